/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.resample;

import java.util.Arrays;

/**
 * Plain Java in the loop shapes that the JIT compiler turns into vector code: one index, one load
 * and separate arrays a loop.
 */
final class PlainMixer implements LineMixer {
    private static final int ROWS = 128;

    private int[] sum0 = new int[0];
    private int[] sum1 = sum0;
    private int[] sum2 = sum0;
    private int[] sum3 = sum0;

    @Override
    public int blockRows() {
        return ROWS;
    }

    @Override
    public void mix(
            int[][] lines, int first, int count, int[] weights, int from, int[] out, int length) {
        if (sum0.length < length) {
            sum0 = new int[length];
            sum1 = new int[length];
            sum2 = new int[length];
            sum3 = new int[length];
        }
        Arrays.fill(sum0, 0, length, Taps.HALF);
        Arrays.fill(sum1, 0, length, Taps.HALF);
        Arrays.fill(sum2, 0, length, Taps.HALF);
        Arrays.fill(sum3, 0, length, Taps.HALF);
        for (int t = 0; t < count; t++) {
            add(lines[first + t], weights[from + t], sum0, sum1, sum2, sum3, length);
        }
        clamp(sum0, length);
        clamp(sum1, length);
        clamp(sum2, length);
        clamp(sum3, length);
        pack(sum0, sum1, sum2, sum3, out, length);
    }

    private static void add(
            int[] line, int weight, int[] s0, int[] s1, int[] s2, int[] s3, int length) {
        for (int i = 0; i < length; i++) {
            int four = line[i];
            s0[i] += weight * (four & 255);
            s1[i] += weight * (four >>> 8 & 255);
            s2[i] += weight * (four >>> 16 & 255);
            s3[i] += weight * (four >>> 24);
        }
    }

    private static void clamp(int[] sums, int length) {
        for (int i = 0; i < length; i++) {
            int value = sums[i] >> Taps.BITS;
            value &= ~(value >> 31);
            sums[i] = (value | ((255 - value) >> 31)) & 255;
        }
    }

    private static void pack(int[] s0, int[] s1, int[] s2, int[] s3, int[] out, int length) {
        for (int i = 0; i < length; i++) {
            out[i] = s0[i] | s1[i] << 8 | s2[i] << 16 | s3[i] << 24;
        }
    }
}
