/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker.chunk.step;

/** Picks the frames of a chunk to measure: the first in each step of time from its start on. */
public final class StepClock {
    /** 0.2 s: what the amount of movement is stated in. */
    public static final long STEP_MICROS = 200_000;

    private final long startMicros;
    private long next;

    /** Counts steps from {@code startMicros}, the start of the chunk. */
    public StepClock(long startMicros) {
        this.startMicros = startMicros;
        next = Long.MIN_VALUE;
    }

    /** Whether the frame at {@code micros} is to be measured; times must not fall. */
    public boolean due(long micros) {
        long step = Math.floorDiv(micros - startMicros, STEP_MICROS);
        if (step < next) {
            return false;
        }
        next = step + 1;
        return true;
    }
}
