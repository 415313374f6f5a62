/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.resample;

/** Some rows of a picture turned into columns, so that a pass across mixes whole lines. */
final class ColumnBlock {
    private static final int TILE = 16;
    private static final int WIDE = 1 << 16;

    private final int width;
    private final int lanes;
    private final int[][] columns;

    /**
     * Makes room.
     *
     * @param width pixels across
     * @param rows most rows, a multiple of 4
     */
    ColumnBlock(int width, int rows) {
        this.width = width;
        this.lanes = rows / 4;
        this.columns = new int[width + 3][lineInts()];
    }

    /** Rows that are worth turning together, bounded so that a block stays small. */
    static int rowsFor(int width, int height, int wanted) {
        if (width > WIDE) {
            return 16;
        }
        int fits = Math.max(64, (1 << 23) / (3 * width) / 64 * 64);
        return Math.min(Math.min(wanted, fits), (height + 63) / 64 * 64);
    }

    /** Rows that there is room for. */
    int rows() {
        return 4 * lanes;
    }

    /** Ints of one column: three channels of {@link #lanes}, rounded up to whole vectors. */
    int lineInts() {
        return (3 * lanes + 15) / 16 * 16;
    }

    int lanes() {
        return lanes;
    }

    int width() {
        return width;
    }

    /** Column {@code x}: the rows' red samples, then green, then blue. */
    int[][] columns() {
        return columns;
    }

    /**
     * Turns rows into columns; lanes past {@code count} rows are undefined.
     *
     * @param rows packed pixels; {@code count} rounded up to four of them can be read
     */
    void fill(int[][] rows, int count) {
        int used = (count + 3) / 4;
        for (int start = 0; start < used; start += TILE) {
            int end = Math.min(start + TILE, used);
            for (int x = 0; x < width; x += 4) {
                fill(rows, x, start, end);
            }
        }
    }

    private void fill(int[][] rows, int x, int start, int end) {
        int at = x / 4 * 3;
        int[] c0 = columns[x];
        int[] c1 = columns[x + 1];
        int[] c2 = columns[x + 2];
        int[] c3 = columns[x + 3];
        for (int lane = start; lane < end; lane++) {
            int row = 4 * lane;
            Quad.toColumns(
                    rows[row],
                    rows[row + 1],
                    rows[row + 2],
                    rows[row + 3],
                    at,
                    c0,
                    c1,
                    c2,
                    c3,
                    lane,
                    lanes);
        }
    }
}
