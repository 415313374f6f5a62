/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.resample;

/**
 * Takes the rows of a resampled picture, each row once, in any order, from one thread at a time.
 */
@FunctionalInterface
public interface RowSink {
    /**
     * Takes one row.
     *
     * @param y row of the resampled picture
     * @param planes red, then green, then blue samples, four to an int, the first in the lowest
     *     eight bits; valid during the call only
     * @param planeInts ints from the start of one channel to the start of the next
     */
    void row(int y, int[] planes, int planeInts);
}
