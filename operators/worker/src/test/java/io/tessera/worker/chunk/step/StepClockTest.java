/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker.chunk.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepClockTest {
    @Test
    void takesTheFirstFrameOfEachStep() {
        assertThat(due(0, 0, 100, 199, 200, 350, 410, 590)).containsExactly(0L, 200L, 410L);
    }

    @Test
    void countsFromTheStartOfTheChunk() {
        assertThat(due(30_000, 30_050, 30_190, 30_201)).containsExactly(30_050L, 30_201L);
    }

    @Test
    void takesEveryFrameOfASlowVideo() {
        assertThat(due(0, 0, 1000, 2000)).containsExactly(0L, 1000L, 2000L);
    }

    private static List<Long> due(long startMillis, long... millis) {
        StepClock clock = new StepClock(startMillis * 1000);
        List<Long> due = new ArrayList<>();
        for (long at : millis) {
            if (clock.due(at * 1000)) {
                due.add(at);
            }
        }
        return due;
    }
}
