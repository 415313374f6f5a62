/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video.container;

/** Unit headers of VVC (ITU-T H.266 7.4.2.2). An entry is an IDR or CRA picture. */
final class VvcHeader implements PictureHeader {
    private final NalUnits units;

    VvcHeader(PacketBytes extradata) {
        units = NalUnits.ofVvc(extradata);
    }

    @Override
    public Picture of(PacketBytes bytes) {
        for (int at = units.first(bytes); at >= 0; at = units.next(bytes, at)) {
            int type = bytes.at(at + 1) >> 3;
            if (type <= 11) {
                boolean idr = type == 7 || type == 8;
                Leading leading =
                        type == 2
                                ? Leading.DECODABLE
                                : type == 3 ? Leading.DEPENDENT : Leading.NONE;
                return new Picture(idr || type == 9, false, true, idr).leading(leading);
            }
        }
        return new Picture(false, false, true, false);
    }
}
