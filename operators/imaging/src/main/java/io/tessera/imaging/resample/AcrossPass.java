/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.resample;

/** The pass across: mixes some columns at a time and turns them back into rows of planes. */
final class AcrossPass {
    private static final int COLUMNS = 64;

    private final Taps taps;
    private final boolean copies;
    private final LineMixer mixer;
    private final int[][] mixed;
    private final int planeInts;

    /**
     * Prepares the pass.
     *
     * @param lineInts ints of a column
     */
    AcrossPass(int inputs, int outputs, Filter filter, int lineInts, LineMixer mixer) {
        this.copies = inputs == outputs;
        this.taps = Taps.of(inputs, outputs, filter);
        this.mixer = mixer;
        this.mixed = new int[COLUMNS][lineInts];
        this.planeInts = (outputs + COLUMNS - 1) / COLUMNS * (COLUMNS / 4);
    }

    /** Ints from one plane of a row to the next. */
    int planeInts() {
        return planeInts;
    }

    /** Ints of a row of three planes. */
    int rowInts() {
        return 3 * planeInts;
    }

    /**
     * Makes the rows of a block.
     *
     * @param rows get {@code count} rows from {@code from} on; {@link ColumnBlock#rows} of them can
     *     be written
     */
    void apply(ColumnBlock block, int[][] rows, int from, int count) {
        for (int x = 0; x < taps.outputs(); x += COLUMNS) {
            int columns = Math.min(COLUMNS, taps.outputs() - x);
            for (int i = 0; i < columns; i++) {
                mix(block, x + i, mixed[i]);
            }
            for (int channel = 0; channel < 3; channel++) {
                turn(channel, block.lanes(), rows, from, count, channel * planeInts + x / 4);
            }
        }
    }

    private void mix(ColumnBlock block, int x, int[] out) {
        if (copies) {
            System.arraycopy(block.columns()[x], 0, out, 0, out.length);
        } else {
            mixer.mix(
                    block.columns(),
                    taps.first(x),
                    taps.count(x),
                    taps.weights(),
                    taps.at(x),
                    out,
                    out.length);
        }
    }

    private void turn(int channel, int lanes, int[][] rows, int from, int count, int at) {
        int first = channel * lanes;
        if (lanes % 16 == 0) {
            for (int row = 0; row < count; row += 64) {
                mixer.toRows(mixed, first + row / 4, rows, from + row, at);
            }
            return;
        }
        for (int x = 0; x < COLUMNS; x += 4) {
            for (int lane = 0; lane < lanes; lane++) {
                int row = from + 4 * lane;
                Quad.toRows(
                        mixed[x][first + lane],
                        mixed[x + 1][first + lane],
                        mixed[x + 2][first + lane],
                        mixed[x + 3][first + lane],
                        rows[row],
                        rows[row + 1],
                        rows[row + 2],
                        rows[row + 3],
                        at + x / 4);
            }
        }
    }
}
