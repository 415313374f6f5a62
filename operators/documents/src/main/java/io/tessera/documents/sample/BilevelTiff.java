/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.sample;

import io.tessera.documents.bitmap.Bitmap;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes black and white pages to one TIFF, little-endian, one PackBits strip a page. */
final class BilevelTiff {
    private static final int ENTRIES = 13;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;
    private static final int PACK_BITS = 32773;
    private static final int THRESHOLD = 128;
    private static final int LONGEST_RUN = 128;

    private BilevelTiff() {}

    static byte[] write(List<Bitmap> pages, int dpi) {
        List<byte[]> strips = new ArrayList<>();
        int size = 8;
        for (Bitmap page : pages) {
            byte[] strip = strip(page.grey());
            strips.add(strip);
            size += even(strip.length) + 2 + 12 * ENTRIES + 4 + 8;
        }
        ByteBuffer file = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {'I', 'I', 42, 0});
        int pointer = file.position();
        file.putInt(0);
        for (int i = 0; i < pages.size(); i++) {
            int data = file.position();
            file.put(strips.get(i)).position(data + even(strips.get(i).length));
            int resolution = file.position();
            file.putInt(dpi).putInt(1);
            file.putInt(pointer, file.position());
            directory(file, pages.get(i), data, strips.get(i).length, resolution, i, pages.size());
            pointer = file.position();
            file.putInt(0);
        }
        return file.array();
    }

    private static void directory(
            ByteBuffer file, Bitmap page, int data, int length, int resolution, int i, int of) {
        file.putShort((short) ENTRIES);
        entry(file, 254, LONG, 1, 2);
        entry(file, 256, LONG, 1, page.width());
        entry(file, 257, LONG, 1, page.height());
        entry(file, 258, SHORT, 1, 1);
        entry(file, 259, SHORT, 1, PACK_BITS);
        entry(file, 262, SHORT, 1, 0);
        entry(file, 273, LONG, 1, data);
        entry(file, 278, LONG, 1, page.height());
        entry(file, 279, LONG, 1, length);
        entry(file, 282, RATIONAL, 1, resolution);
        entry(file, 283, RATIONAL, 1, resolution);
        entry(file, 296, SHORT, 1, 2);
        entry(file, 297, SHORT, 2, i | of << 16);
    }

    private static void entry(ByteBuffer file, int tag, int type, int count, int value) {
        file.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    private static int even(int length) {
        return length + (length & 1);
    }

    private static byte[] strip(Bitmap page) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] row = new byte[(page.width() + 7) / 8];
        for (int y = 0; y < page.height(); y++) {
            Arrays.fill(row, (byte) 0);
            for (int x = 0; x < page.width(); x++) {
                if ((page.bytes()[y * page.width() + x] & 0xff) < THRESHOLD) {
                    row[x / 8] |= (byte) (0x80 >> (x % 8));
                }
            }
            pack(row, packed);
        }
        return packed.toByteArray();
    }

    /** Repeated bytes as a run, the rest one literal stretch at a time. */
    private static void pack(byte[] row, ByteArrayOutputStream packed) {
        int at = 0;
        while (at < row.length) {
            int run = run(row, at);
            if (run > 1) {
                packed.write(1 - run);
                packed.write(row[at]);
                at += run;
            } else {
                int start = at;
                while (at < row.length && at - start < LONGEST_RUN && run(row, at) < 3) {
                    at++;
                }
                packed.write(at - start - 1);
                packed.write(row, start, at - start);
            }
        }
    }

    private static int run(byte[] row, int at) {
        int end = at + 1;
        while (end < row.length && end - at < LONGEST_RUN && row[end] == row[at]) {
            end++;
        }
        return end - at;
    }
}
