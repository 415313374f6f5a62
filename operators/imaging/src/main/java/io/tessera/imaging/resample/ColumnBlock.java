/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.resample;

/** Some rows of a picture turned into columns, so that a pass across mixes whole lines. */
final class ColumnBlock {
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
        this.columns = new int[roundUp(width)][lineInts()];
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

    private static int roundUp(int width) {
        return (width + 63) / 64 * 64;
    }

    /**
     * Turns rows into columns; lanes past {@code count} rows are undefined.
     *
     * @param rows packed pixels, of {@link #rowInts} ints; {@link #rows} of them can be read
     */
    void fill(int[][] rows, int count, LineMixer mixer) {
        if (lanes % 16 != 0) {
            fillNarrow(rows);
            return;
        }
        for (int row = 0; row < count; row += 64) {
            for (int x = 0; x < width; x += 64) {
                mixer.toColumns(rows, row, x / 4 * 3, columns, x, row / 4, lanes);
            }
        }
    }

    private void fillNarrow(int[][] rows) {
        for (int x = 0; x < width; x += 4) {
            for (int lane = 0; lane < lanes; lane++) {
                Quad.toColumns(
                        rows[4 * lane],
                        rows[4 * lane + 1],
                        rows[4 * lane + 2],
                        rows[4 * lane + 3],
                        x / 4 * 3,
                        columns[x],
                        columns[x + 1],
                        columns[x + 2],
                        columns[x + 3],
                        lane,
                        lanes);
            }
        }
    }

    /** Ints of a row of packed pixels of so many across, rounded up to whole blocks. */
    static int rowInts(int width) {
        return roundUp(width) / 4 * 3;
    }
}
