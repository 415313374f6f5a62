/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.local;

import java.time.Duration;

/** Tells when a number has not grown for too long. Used by one thread. */
final class Stall {
    private final long patience;
    private long last = Long.MIN_VALUE;
    private long since = System.nanoTime();

    Stall(Duration patience) {
        this.patience = patience.toNanos();
    }

    void observe(long value) {
        if (value != last) {
            last = value;
            since = System.nanoTime();
        }
    }

    boolean over() {
        return System.nanoTime() - since > patience;
    }
}
