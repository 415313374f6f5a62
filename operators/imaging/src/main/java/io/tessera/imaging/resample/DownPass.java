/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.resample;

/**
 * The pass down: takes rows in order, holds as many as there are taps, and gives out each mixed row
 * as soon as its last input is there. Serves one thread.
 */
final class DownPass {
    /** Takes the mixed rows in order. */
    @FunctionalInterface
    interface Output {
        void row(int y, int[] line);
    }

    private final Taps taps;
    private final LineMixer mixer;
    private final int[][] lines;
    private final int[] mixed;
    private final int length;
    private final Output output;
    private final int end;
    private int next;
    private int base;
    private int held;

    /**
     * Prepares outputs {@code from} to {@code end}, exclusive.
     *
     * @param atOnce most rows that {@link #offer} asks room for
     * @param length ints a row
     */
    DownPass(Taps taps, int from, int end, int atOnce, int length, LineMixer mixer, Output output) {
        this.taps = taps;
        this.mixer = mixer;
        this.length = length;
        this.output = output;
        this.next = from;
        this.end = end;
        this.base = taps.first(from);
        this.lines = new int[taps.most() + atOnce + 4][length];
        this.mixed = new int[length];
    }

    /** First input row that is needed. */
    static int firstInput(Taps taps, int from) {
        return taps.first(from);
    }

    /** One past the last input row that is needed. */
    static int endInput(Taps taps, int end) {
        return taps.first(end - 1) + taps.count(end - 1);
    }

    /** Where the next input rows are to be written: these arrays, from {@link #room} on. */
    int[][] lines() {
        return lines;
    }

    /** Index in {@link #lines} of the next input row. */
    int room() {
        return held;
    }

    /** Says that {@code count} rows have been written, and gives out what can be made of them. */
    void offer(int count) {
        held += count;
        while (next < end && taps.first(next) + taps.count(next) <= base + held) {
            mixer.mix(
                    lines,
                    taps.first(next) - base,
                    taps.count(next),
                    taps.weights(),
                    taps.at(next),
                    mixed,
                    length);
            output.row(next, mixed);
            next++;
        }
        int done = next < end ? Math.min(taps.first(next) - base, held) : held;
        drop(done);
    }

    private void drop(int count) {
        if (count == 0) {
            return;
        }
        for (int i = 0; i + count < lines.length; i++) {
            int[] line = lines[i];
            lines[i] = lines[i + count];
            lines[i + count] = line;
        }
        base += count;
        held -= count;
    }
}
