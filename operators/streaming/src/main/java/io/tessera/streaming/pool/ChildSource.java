/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.pool;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts workers for as long as it takes. That one does not start is never an input's fault: it is
 * tried again, less and less often, and reported only after long patience. Thread-safe.
 */
final class ChildSource {
    private static final Logger LOG = LoggerFactory.getLogger(ChildSource.class);
    private static final long FIRST_MILLIS = 100;
    private static final long LAST_MILLIS = 10_000;

    private final ChildLauncher launcher;
    private final Tally tally;
    private final long patienceNanos;

    ChildSource(ChildLauncher launcher, Tally tally, Duration patience) {
        this.launcher = launcher;
        this.tally = tally;
        this.patienceNanos = patience.toNanos();
    }

    /**
     * Starts a worker.
     *
     * @throws WorkersUnavailable if none starts for long
     */
    Child start() throws WorkersUnavailable, InterruptedException {
        long begun = System.nanoTime();
        long pause = FIRST_MILLIS;
        while (true) {
            try {
                Child child = launcher.start();
                tally.started.increment();
                return child;
            } catch (IOException e) {
                if (Thread.interrupted()) {
                    throw new InterruptedException("the pool was closed");
                }
                tally.startFailures.increment();
                LOG.warn("{}; the next try is in {} ms", e.getMessage(), pause);
                if (System.nanoTime() - begun > patienceNanos) {
                    throw new WorkersUnavailable(String.valueOf(e.getMessage()), e);
                }
            }
            // Jitter, so that workers that failed together do not start together.
            TimeUnit.MILLISECONDS.sleep(
                    pause / 2 + ThreadLocalRandom.current().nextLong(pause / 2 + 1));
            pause = Math.min(2 * pause, LAST_MILLIS);
        }
    }
}
