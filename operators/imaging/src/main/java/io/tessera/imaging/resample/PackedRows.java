/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.resample;

import io.tessera.imaging.RgbImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads and writes the rows of a picture as packed ints. Serves one thread. */
final class PackedRows {
    private final ByteBuffer pixels;
    private final int rowBytes;
    private final int bytes;

    PackedRows(RgbImage image) {
        this.pixels = image.pixels().order(ByteOrder.LITTLE_ENDIAN);
        this.rowBytes = image.rowBytes();
        this.bytes = 3 * image.width();
    }

    /** Reads row {@code y}. */
    void read(int y, int[] row) {
        int start = y * rowBytes;
        int whole = bytes / 4;
        pixels.position(start);
        pixels.asIntBuffer().get(row, 0, whole);
        if (bytes % 4 != 0) {
            int last = 0;
            for (int i = bytes - 1; i >= 4 * whole; i--) {
                last = (last << 8) | (pixels.get(start + i) & 255);
            }
            row[whole] = last;
        }
    }

    /** Writes row {@code y} from pixel 0 on. */
    void write(int y, int[] row) {
        int start = y * rowBytes;
        int whole = bytes / 4;
        pixels.position(start);
        pixels.asIntBuffer().put(row, 0, whole);
        for (int i = 4 * whole; i < bytes; i++) {
            pixels.put(start + i, (byte) (row[whole] >>> (8 * (i & 3))));
        }
    }
}
