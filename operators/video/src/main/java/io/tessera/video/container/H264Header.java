/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video.container;

/**
 * Slice and SEI headers of H.264 (ITU-T H.264 7.3, 7.4.1, D.1.8). An entry is an IDR picture or one
 * with a recovery point of zero frames; a key frame by the container's word alone is none, because
 * files without a sync table mark every picture.
 */
final class H264Header implements PictureHeader {
    private static final int SEI = 6;
    private static final int RECOVERY_POINT = 6;
    private static final int LONGEST_SEPARATOR = 64;

    private final NalUnits units;

    H264Header(PacketBytes extradata) {
        units = NalUnits.of(extradata, 4);
    }

    @Override
    public Picture of(PacketBytes bytes) {
        boolean recovery = false;
        boolean parameters = false;
        boolean separatorsOnly = true;
        for (int at = units.first(bytes); at >= 0; at = units.next(bytes, at)) {
            int type = bytes.at(at) & 0x1F;
            if (type >= 1 && type <= 5) {
                boolean referred = (bytes.at(at) & 0x60) != 0;
                boolean idr = type == 5;
                return new Picture(idr || recovery, !referred && !parameters, true, idr);
            }
            recovery |= type == SEI && recoversAtOnce(bytes, at + 1);
            parameters |= type == 7 || type == 8 || type == 13 || type == 15;
            separatorsOnly &= type >= 9 && type <= 12;
        }
        boolean nothing = units.startCodes() && separatorsOnly && bytes.size() < LONGEST_SEPARATOR;
        return new Picture(false, false, !nothing, false);
    }

    private static boolean recoversAtOnce(PacketBytes bytes, int start) {
        int at = start;
        while (at + 2 < bytes.size() && at < start + 512) {
            int type = 0;
            while (bytes.at(at) == 0xFF) {
                type += 255;
                at++;
            }
            type += bytes.at(at++);
            int size = 0;
            while (bytes.at(at) == 0xFF) {
                size += 255;
                at++;
            }
            size += bytes.at(at++);
            if (type == RECOVERY_POINT) {
                // recovery_frame_cnt is ue(v): a leading one is zero.
                return size > 0 && (bytes.at(at) & 0x80) != 0;
            }
            if (size == 0 || bytes.at(at + size) == 0x80) {
                return false;
            }
            at += size;
        }
        return false;
    }
}
