/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video.container;

/**
 * Unit headers of HEVC (ITU-T H.265 7.4.2.2). An entry is any random access picture; droppable is a
 * picture of the highest temporal layer that its own layer does not refer to.
 */
final class HevcHeader implements PictureHeader {
    private static final int SPS = 33;

    private final NalUnits units;
    private int highestLayer;

    HevcHeader(PacketBytes extradata) {
        units = NalUnits.of(extradata, 21);
        // Unknown until a parameter set is seen: then nothing is droppable.
        highestLayer = units.startCodes() ? Integer.MAX_VALUE : (extradata.at(21) >> 3 & 7) - 1;
        if (highestLayer < 0) {
            highestLayer = Integer.MAX_VALUE;
        }
        if (units.startCodes()) {
            for (int at = units.first(extradata); at >= 0; at = units.next(extradata, at)) {
                learn(extradata, at);
            }
        }
    }

    @Override
    public Picture of(PacketBytes bytes) {
        boolean parameters = false;
        for (int at = units.first(bytes); at >= 0; at = units.next(bytes, at)) {
            int type = type(bytes, at);
            if (type < 32) {
                int layer = (bytes.at(at + 1) & 7) - 1;
                boolean unreferred = type < 16 && type % 2 == 0 && layer >= highestLayer;
                boolean entry = type >= 16 && type <= 21;
                return new Picture(entry, unreferred && !parameters, true, entry && type != 21)
                        .leading(leading(type));
            }
            parameters |= type <= 34;
            learn(bytes, at);
        }
        return new Picture(false, false, true, false);
    }

    private static Leading leading(int type) {
        if (type == 6 || type == 7) {
            return Leading.DECODABLE;
        }
        return type == 8 || type == 9 ? Leading.DEPENDENT : Leading.NONE;
    }

    private void learn(PacketBytes bytes, int at) {
        if (type(bytes, at) == SPS) {
            highestLayer = bytes.at(at + 2) >> 1 & 7;
        }
    }

    private static int type(PacketBytes bytes, int at) {
        return bytes.at(at) >> 1 & 0x3F;
    }
}
