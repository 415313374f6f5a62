/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.resample;

/**
 * Turns four lines of four bytes: the byte {@code k} of each of four ints becomes the int {@code
 * k}. Rows of packed bytes become columns and back.
 */
final class Quad {
    private static final int EVEN = 0x00FF00FF;

    private Quad() {}

    /** Bytes 0 of both, then bytes 2 of both. */
    private static int even(int a, int b) {
        return (a & EVEN) | ((b & EVEN) << 8);
    }

    /** Bytes 1 of both, then bytes 3 of both. */
    private static int odd(int a, int b) {
        return ((a >>> 8) & EVEN) | (b & ~EVEN);
    }

    private static int low(int a, int b) {
        return (a & 0xFFFF) | (b << 16);
    }

    private static int high(int a, int b) {
        return (a >>> 16) | (b & 0xFFFF0000);
    }

    /**
     * Turns four pixels (red, green, blue in turn: three ints) of four rows into four columns,
     * whose channels are {@code lanes} ints apart.
     */
    static void toColumns(
            int[] a,
            int[] b,
            int[] c,
            int[] d,
            int at,
            int[] out0,
            int[] out1,
            int[] out2,
            int[] out3,
            int lane,
            int lanes) {
        int evenAb = even(a[at], b[at]);
        int oddAb = odd(a[at], b[at]);
        int evenCd = even(c[at], d[at]);
        int oddCd = odd(c[at], d[at]);
        out0[lane] = low(evenAb, evenCd);
        out0[lane + lanes] = low(oddAb, oddCd);
        out0[lane + 2 * lanes] = high(evenAb, evenCd);
        out1[lane] = high(oddAb, oddCd);
        evenAb = even(a[at + 1], b[at + 1]);
        oddAb = odd(a[at + 1], b[at + 1]);
        evenCd = even(c[at + 1], d[at + 1]);
        oddCd = odd(c[at + 1], d[at + 1]);
        out1[lane + lanes] = low(evenAb, evenCd);
        out1[lane + 2 * lanes] = low(oddAb, oddCd);
        out2[lane] = high(evenAb, evenCd);
        out2[lane + lanes] = high(oddAb, oddCd);
        evenAb = even(a[at + 2], b[at + 2]);
        oddAb = odd(a[at + 2], b[at + 2]);
        evenCd = even(c[at + 2], d[at + 2]);
        oddCd = odd(c[at + 2], d[at + 2]);
        out2[lane + 2 * lanes] = low(evenAb, evenCd);
        out3[lane] = low(oddAb, oddCd);
        out3[lane + lanes] = high(evenAb, evenCd);
        out3[lane + 2 * lanes] = high(oddAb, oddCd);
    }

    /** Turns four columns of one channel into packed samples of four rows. */
    static void toRows(
            int a, int b, int c, int d, int[] row0, int[] row1, int[] row2, int[] row3, int at) {
        int evenAb = even(a, b);
        int oddAb = odd(a, b);
        int evenCd = even(c, d);
        int oddCd = odd(c, d);
        row0[at] = low(evenAb, evenCd);
        row1[at] = low(oddAb, oddCd);
        row2[at] = high(evenAb, evenCd);
        row3[at] = high(oddAb, oddCd);
    }
}
