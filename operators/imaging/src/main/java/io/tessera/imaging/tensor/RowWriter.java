/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.tensor;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Writes stretches of a plane through a table into a buffer. Serves one thread. */
final class RowWriter {
    private final ByteBuffer target;
    private final boolean wide;
    private final int[] words;
    private final short[] halves;

    /**
     * Makes a writer.
     *
     * @param target in the machine's byte order
     * @param most most numbers of one stretch
     */
    RowWriter(ByteBuffer target, ElementType type, int most) {
        this.target = target;
        this.wide = type == ElementType.FLOAT32;
        this.words = new int[wide ? most + 4 : 0];
        this.halves = new short[wide ? 0 : most + 4];
    }

    /** Writes one channel of a row of pixels to byte {@code at} of the buffer. */
    void writeInterleaved(byte[] row, int channel, int[] table, int at) {
        int count = row.length / 3;
        if (wide) {
            for (int i = 0; i < count; i++) {
                words[i] = table[row[3 * i + channel] & 255];
            }
        } else {
            for (int i = 0; i < count; i++) {
                halves[i] = (short) table[row[3 * i + channel] & 255];
            }
        }
        flush(count, at);
    }

    /** Writes {@code count} packed samples from int {@code from} on. */
    void writePacked(int[] plane, int from, int count, int[] table, int at) {
        int quads = (count + 3) / 4;
        if (wide) {
            look(plane, from, quads, table, words);
        } else {
            for (int i = 0; i < quads; i++) {
                int four = plane[from + i];
                halves[4 * i] = (short) table[four & 255];
                halves[4 * i + 1] = (short) table[(four >>> 8) & 255];
                halves[4 * i + 2] = (short) table[(four >>> 16) & 255];
                halves[4 * i + 3] = (short) table[four >>> 24];
            }
        }
        flush(count, at);
    }

    private static void look(int[] plane, int from, int quads, int[] table, int[] out) {
        for (int i = 0; i < quads; i++) {
            int four = plane[from + i];
            out[4 * i] = table[four & 255];
            out[4 * i + 1] = table[(four >>> 8) & 255];
            out[4 * i + 2] = table[(four >>> 16) & 255];
            out[4 * i + 3] = table[four >>> 24];
        }
    }

    /** Writes {@code count} times the same number. */
    void fill(int bits, int count, int at) {
        if (wide) {
            Arrays.fill(words, 0, count, bits);
        } else {
            Arrays.fill(halves, 0, count, (short) bits);
        }
        flush(count, at);
    }

    private void flush(int count, int at) {
        target.position(at);
        if (wide) {
            target.asIntBuffer().put(words, 0, count);
        } else {
            target.asShortBuffer().put(halves, 0, count);
        }
    }
}
