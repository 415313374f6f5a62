/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.resample;

/** The pass across: mixes columns four at a time and turns them back into rows of planes. */
final class AcrossPass {
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
        this.mixed = new int[4][lineInts];
        this.planeInts = (outputs + 3) / 4;
    }

    /** Ints from one plane of a row to the next. */
    int planeInts() {
        return planeInts;
    }

    /** Ints of a row of three planes, rounded up to whole vectors. */
    int rowInts() {
        return (3 * planeInts + 15) / 16 * 16;
    }

    /**
     * Makes the rows of a block.
     *
     * @param rows get {@code count}, rounded up to four, rows from {@code from} on
     */
    void apply(ColumnBlock block, int[][] rows, int from, int count) {
        int used = (count + 3) / 4;
        for (int x = 0; x < taps.outputs(); x += 4) {
            for (int i = 0; i < 4; i++) {
                mix(block, Math.min(x + i, taps.outputs() - 1), i);
            }
            for (int channel = 0; channel < 3; channel++) {
                int lane = channel * block.lanes();
                turn(lane, lane + used, rows, from, channel * planeInts + x / 4);
            }
        }
    }

    private void mix(ColumnBlock block, int x, int slot) {
        int[] out = mixed[slot];
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

    private void turn(int lane, int end, int[][] rows, int from, int at) {
        int[] m0 = mixed[0];
        int[] m1 = mixed[1];
        int[] m2 = mixed[2];
        int[] m3 = mixed[3];
        int row = from;
        for (int i = lane; i < end; i++) {
            Quad.toRows(
                    m0[i],
                    m1[i],
                    m2[i],
                    m3[i],
                    rows[row],
                    rows[row + 1],
                    rows[row + 2],
                    rows[row + 3],
                    at);
            row += 4;
        }
    }
}
