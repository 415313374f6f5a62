/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.pool;

import io.tessera.v1.InputState;
import java.util.concurrent.atomic.LongAdder;

/** Counts what a pool does. Thread-safe. */
final class Tally {
    final LongAdder started = new LongAdder();
    final LongAdder startFailures = new LongAdder();
    final LongAdder recycled = new LongAdder();
    final LongAdder planned = new LongAdder();
    final LongAdder read = new LongAdder();
    private final LongAdder timeouts = new LongAdder();
    private final LongAdder outOfMemory = new LongAdder();
    private final LongAdder crashes = new LongAdder();

    void lost(InputState state) {
        if (state == InputState.TIMEOUT) {
            timeouts.increment();
        } else if (state == InputState.OOM) {
            outOfMemory.increment();
        } else {
            crashes.increment();
        }
    }

    PoolCounters with(int queued, int busy, long regionBytes) {
        return new PoolCounters(
                started.sum(),
                startFailures.sum(),
                timeouts.sum(),
                outOfMemory.sum(),
                crashes.sum(),
                recycled.sum(),
                planned.sum(),
                read.sum(),
                queued,
                busy,
                regionBytes);
    }
}
