/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.resample;

/**
 * The loops in which resampling spends its time. Every implementation gives equal bits.
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

    /**
     * Turns 64 rows of 64 pixels (red, green, blue in turn: 48 ints) into columns: four rows become
     * one int, so that each channel of a column takes 16 ints.
     *
     * @param rows the rows; {@code rows[row]} is the first one
     * @param at first int of the pixels in each row
     * @param columns the columns; {@code columns[column]} is that of the first pixel
     * @param lane first int of red in a column
     * @param lanes ints from one channel to the next
     */
    default void toColumns(
            int[][] rows, int row, int at, int[][] columns, int column, int lane, int lanes) {
        for (int x = 0; x < 64; x += 4) {
            for (int i = 0; i < 16; i++) {
                Quad.toColumns(
                        rows[row + 4 * i],
                        rows[row + 4 * i + 1],
                        rows[row + 4 * i + 2],
                        rows[row + 4 * i + 3],
                        at + x / 4 * 3,
                        columns[column + x],
                        columns[column + x + 1],
                        columns[column + x + 2],
                        columns[column + x + 3],
                        lane + i,
                        lanes);
            }
        }
    }

    /**
     * Turns 64 columns of 16 ints of one channel into 64 rows of 16 ints of that channel.
     *
     * @param columns the columns, from the first one on
     * @param lane first int in each column
     * @param rows the rows; {@code rows[row]} is the first one
     * @param at first int in each row
     */
    default void toRows(int[][] columns, int lane, int[][] rows, int row, int at) {
        for (int x = 0; x < 64; x += 4) {
            for (int i = 0; i < 16; i++) {
                Quad.toRows(
                        columns[x][lane + i],
                        columns[x + 1][lane + i],
                        columns[x + 2][lane + i],
                        columns[x + 3][lane + i],
                        rows[row + 4 * i],
                        rows[row + 4 * i + 1],
                        rows[row + 4 * i + 2],
                        rows[row + 4 * i + 3],
                        at + x / 4);
            }
        }
    }

    /** Rows of the source, a multiple of 64, that are best turned into columns together. */
    int blockRows();
}
