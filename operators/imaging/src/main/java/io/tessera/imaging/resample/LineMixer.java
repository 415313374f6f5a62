/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.resample;

/**
 * The one loop in which resampling spends its time. Every implementation gives equal bits.
 *
 * <p>A line is a row or a column of bytes, four to an int, the first in the lowest eight bits. An
 * instance may hold scratch space and serves one thread.
 */
public interface LineMixer {
    /**
     * Mixes lines: byte by byte, {@code out = clamp((2^21 + sum(weight * byte)) >> 22, 0, 255)} in
     * 32-bit arithmetic, over {@code count} lines.
     *
     * @param lines the lines; {@code lines[first]} is the first one used
     * @param weights fixed point of 22 bits, which sum to about 2^22; taken from {@code from} on
     * @param out gets the mixture; none of the lines
     * @param length ints of a line that count, a multiple of 16; all arrays have room for them
     */
    void mix(int[][] lines, int first, int count, int[] weights, int from, int[] out, int length);

    /** Rows of the source, a multiple of 64, that are best turned into columns together. */
    int blockRows();
}
