/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.store;

import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Repeats what failed for a moment: a bounded number of times, with a random wait of up to twice
 * the one before, so that clients that failed together do not come back together. Thread-safe.
 *
 * @param attempts the first one included
 * @param firstWaitMillis upper bound of the first wait
 * @param maxWaitMillis upper bound of every wait
 */
public record Retries(int attempts, long firstWaitMillis, long maxWaitMillis) {
    /** Waits of up to 3 s in all: a blip is bridged, an outage is reported. */
    public static final Retries DEFAULT = new Retries(5, 200, 2_000);

    /** One attempt; IOException says that another one may succeed. */
    @FunctionalInterface
    public interface Attempt<T> {
        T run() throws IOException;
    }

    public Retries {
        if (attempts < 1 || firstWaitMillis < 1 || maxWaitMillis < firstWaitMillis) {
            throw new IllegalArgumentException(
                    "not a schedule: %d attempts, waits of %d to %d ms"
                            .formatted(attempts, firstWaitMillis, maxWaitMillis));
        }
    }

    /**
     * Runs {@code attempt} until it succeeds.
     *
     * @param what for the message, e.g. "PUT a/b on http://host"
     * @throws StoreUnavailable if the last attempt failed, or the thread was interrupted
     */
    public <T> T run(String what, Attempt<T> attempt) {
        long bound = firstWaitMillis;
        for (int done = 1; ; done++) {
            try {
                return attempt.run();
            } catch (IOException e) {
                if (done == attempts || Thread.currentThread().isInterrupted()) {
                    throw new StoreUnavailable(
                            "%s failed after %d attempts: %s".formatted(what, done, e.getMessage()),
                            e);
                }
                pause(what, bound, e);
                bound = Math.min(2 * bound, maxWaitMillis);
            }
        }
    }

    private static void pause(String what, long boundMillis, IOException cause) {
        try {
            TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(boundMillis) + 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable(what + " was interrupted", cause);
        }
    }
}
