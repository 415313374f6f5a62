/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.pool;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** One deadline on the wall clock and one on silence. Thread-safe. */
final class Watch implements AutoCloseable {
    private final Watchdog dog;
    private final long silenceNanos;
    private final Runnable onExpiry;
    private final AtomicReference<String> expiry = new AtomicReference<>();
    private final long wallNanos;

    // Both are written by the thread that talks to the worker and read by the watchdog.
    private volatile long wallEnd;
    private volatile long silenceEnd;

    Watch(Watchdog dog, long wallNanos, long silenceNanos, Runnable onExpiry) {
        this.dog = dog;
        this.wallNanos = wallNanos;
        this.silenceNanos = silenceNanos;
        this.onExpiry = onExpiry;
        wallEnd = dog.now() + wallNanos;
        silenceEnd = dog.now() + silenceNanos;
    }

    /** The worker gave a sign of life. */
    void sign() {
        silenceEnd = dog.now() + silenceNanos;
    }

    /** This process itself took {@code nanos} to serve the worker, which is not the worker's. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes
    void allow(long nanos) {
        wallEnd += nanos;
        sign();
    }

    void check() {
        long now = dog.now();
        if (now > wallEnd) {
            expire("no answer within %s".formatted(seconds(wallNanos)));
        } else if (now > silenceEnd) {
            expire("no sign of progress for %s".formatted(seconds(silenceNanos)));
        }
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.1f s", nanos / (double) TimeUnit.SECONDS.toNanos(1));
    }

    private void expire(String reason) {
        dog.forget(this);
        if (expiry.compareAndSet(null, reason)) {
            onExpiry.run();
        }
    }

    /** Why time ran out, if it did. */
    Optional<String> expiry() {
        return Optional.ofNullable(expiry.get());
    }

    @Override
    public void close() {
        dog.forget(this);
    }
}
