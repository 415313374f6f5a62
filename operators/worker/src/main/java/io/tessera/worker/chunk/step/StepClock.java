/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker.chunk.step;

/**
 * Picks the frames of a chunk to measure: the first, then each that comes a step after the one
 * before. The ticks lie on a grid from the first frame on, so that rounding does not add up.
 */
public final class StepClock {
    /** 0.2 s: what the amount of movement is stated in. */
    public static final long STEP_MICROS = 200_000;

    /** Times of frames are rounded to their time base; half a frame at 60 a second is early. */
    private static final long SLACK = 8_000;

    private boolean started;
    private long next;

    /** Whether the frame at {@code micros} is to be measured; times must not fall. */
    public boolean due(long micros) {
        if (!started) {
            started = true;
            next = micros;
        }
        if (micros + SLACK < next) {
            return false;
        }
        long behind = Math.max(0, (micros + SLACK - next) / STEP_MICROS);
        next += (behind + 1) * STEP_MICROS;
        return true;
    }
}
