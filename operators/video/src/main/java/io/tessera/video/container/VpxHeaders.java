/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video.container;

import io.tessera.video.container.PictureHeader.Leading;
import io.tessera.video.container.PictureHeader.Picture;

/**
 * Frame headers of VP8 (RFC 6386 9.1), VP9 (bitstream specification 6.2, annex B) and AV1
 * (bitstream specification 5.9), as far as they say whether anything is shown: alternate references
 * are decoded, never shown.
 */
final class VpxHeaders {
    private VpxHeaders() {}

    static Picture vp8(PacketBytes bytes) {
        boolean key = (bytes.at(0) & 1) == 0;
        boolean shown = (bytes.at(0) & 0x10) != 0;
        return new Picture(key, false, shown, key);
    }

    static Picture vp9(PacketBytes bytes) {
        int marker = bytes.at(bytes.size() - 1);
        int frames = (marker & 7) + 1;
        int width = (marker >> 3 & 3) + 1;
        int index = bytes.size() - 2 - width * frames;
        if ((marker & 0xE0) != 0xC0 || index < 0 || bytes.at(index) != marker) {
            return new Picture(vp9Key(bytes, 0), false, vp9Shown(bytes, 0), false);
        }
        boolean shown = false;
        long at = 0;
        for (int i = 0; i < frames; i++) {
            shown |= at < index && vp9Shown(bytes, (int) at);
            for (int b = width - 1; b >= 0; b--) {
                at += (long) bytes.at(index + 1 + i * width + b) << (8 * b);
            }
        }
        return new Picture(vp9Key(bytes, 0), false, shown, false);
    }

    private static boolean vp9Shown(PacketBytes bytes, int at) {
        if (bytes.bits(at * 8, 2) != 2) {
            // Not a frame at all: something is announced that will not come.
            return true;
        }
        int bit = vp9AfterProfile(bytes, at);
        boolean existing = bytes.bits(bit, 1) == 1;
        return existing || bytes.bits(bit + 2, 1) == 1;
    }

    private static boolean vp9Key(PacketBytes bytes, int at) {
        int bit = vp9AfterProfile(bytes, at);
        return bytes.bits(at * 8, 2) == 2 && bytes.bits(bit, 2) == 0;
    }

    private static int vp9AfterProfile(PacketBytes bytes, int at) {
        boolean profile3 = bytes.bits(at * 8 + 2, 2) == 3;
        return at * 8 + (profile3 ? 5 : 4);
    }

    static Picture av1(PacketBytes bytes) {
        boolean frames = false;
        long at = 0;
        while (at < bytes.size()) {
            int header = bytes.at((int) at);
            int type = header >> 3 & 15;
            int body = (int) at + ((header & 4) != 0 ? 2 : 1);
            boolean sized = (header & 2) != 0;
            long length = (long) bytes.size() - body;
            if (sized) {
                length = 0;
                for (int i = 0; i < 5; i++) {
                    int next = bytes.at(body++);
                    length |= (long) (next & 0x7F) << (7 * i);
                    if ((next & 0x80) == 0) {
                        break;
                    }
                }
            }
            if (type == 3 || type == 6) {
                frames = true;
                boolean existing = bytes.bits(body * 8, 1) == 1;
                if (existing || bytes.bits(body * 8 + 3, 1) == 1) {
                    return Picture.PLAIN;
                }
            }
            at = body + length;
        }
        // Without any frame header the packet is damaged or of a form unknown here: expect one.
        return new Picture(true, false, false, !frames, false, Leading.NONE);
    }

    /** MPEG-4 part 2 (ISO/IEC 14496-2 6.2.5): nothing refers to a B-VOP. */
    static Picture mpeg4(PacketBytes bytes) {
        for (int i = 0; i + 4 < bytes.size() && i < 1024; i++) {
            if (bytes.at(i) == 0
                    && bytes.at(i + 1) == 0
                    && bytes.at(i + 2) == 1
                    && bytes.at(i + 3) == 0xB6) {
                int type = bytes.at(i + 4) >> 6;
                return new Picture(type == 0, type == 2, true, false);
            }
        }
        return new Picture(false, false, true, false);
    }
}
