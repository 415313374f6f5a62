/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.image;

import java.io.IOException;

/** Walks the markers of a JPEG up to its frame header. */
final class JpegHeader {
    private static final int MOST_MARKERS = 10_000;

    private JpegHeader() {}

    static ImageHeader read(HeaderBytes bytes) throws IOException {
        double dpi = 0;
        int orientation = 1;
        long at = 2;
        for (int i = 0; i < MOST_MARKERS; i++) {
            int marker = bytes.byteAt(at + 1);
            if (bytes.byteAt(at) != 0xff || marker == 0xff) {
                at++;
                continue;
            }
            if (isFrame(marker)) {
                return new ImageHeader(
                        bytes.shortAt(at + 7), bytes.shortAt(at + 5), dpi, orientation);
            }
            if (marker == 0xd8 || marker == 0x01 || (marker >= 0xd0 && marker <= 0xd7)) {
                at += 2;
                continue;
            }
            int size = bytes.shortAt(at + 2);
            if (marker == 0xe0 && bytes.is(at + 4, "JFIF\0")) {
                dpi = density(bytes, at);
            } else if (marker == 0xe1 && bytes.is(at + 4, "Exif\0\0")) {
                orientation = ImageHeaders.exifOrientation(bytes.from(at + 4, size - 2L));
            }
            at += 2L + size;
        }
        throw new IOException("JPEG has no frame header");
    }

    private static double density(HeaderBytes bytes, long at) throws IOException {
        int unit = bytes.byteAt(at + 11);
        int across = bytes.shortAt(at + 12);
        return unit == 1 ? across : unit == 2 ? across * 2.54 : 0;
    }

    private static boolean isFrame(int marker) {
        boolean frame = marker >= 0xc0 && marker <= 0xcf;
        return frame && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }
}
