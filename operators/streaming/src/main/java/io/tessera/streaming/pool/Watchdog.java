/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.pool;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ends what takes too long. Its clock stands still while this process does: a process that was
 * stopped for a minute does not find all its workers late when it wakes. Thread-safe.
 */
final class Watchdog implements AutoCloseable {
    private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    /** What one tick moves the clock by at most, however late it comes. */
    private static final long MOST_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
    private final Thread thread = new Thread(this::run, "tessera-worker-watchdog");
    private final AtomicLong clock = new AtomicLong();
    private volatile boolean closed;

    Watchdog() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Watches until disarmed; {@code onExpiry} is called once at most. */
    Watch watch(long wallMicros, long silenceMicros, Runnable onExpiry) {
        Watch watch =
                new Watch(
                        this,
                        TimeUnit.MICROSECONDS.toNanos(wallMicros),
                        TimeUnit.MICROSECONDS.toNanos(silenceMicros),
                        onExpiry);
        watches.add(watch);
        synchronized (watches) {
            watches.notifyAll();
        }
        return watch;
    }

    long now() {
        return clock.get();
    }

    void forget(Watch watch) {
        watches.remove(watch);
    }

    private void run() {
        long last = System.nanoTime();
        while (!closed) {
            boolean waited = rest();
            long now = System.nanoTime();
            if (!waited) {
                clock.addAndGet(Math.min(now - last, MOST_NANOS));
            }
            last = now;
            List.copyOf(watches).forEach(Watch::check);
        }
    }

    /** Waits a tick, or until there is something to watch; tells whether it was the latter. */
    private boolean rest() {
        try {
            synchronized (watches) {
                boolean idle = watches.isEmpty();
                while (watches.isEmpty() && !closed) {
                    watches.wait();
                }
                if (!idle && !closed) {
                    watches.wait(TimeUnit.NANOSECONDS.toMillis(TICK_NANOS));
                }
                return idle;
            }
        } catch (InterruptedException e) {
            closed = true;
            return true;
        }
    }

    @Override
    public void close() {
        closed = true;
        synchronized (watches) {
            watches.notifyAll();
        }
    }

    /** Waits for the thread to end. */
    void join(long millis) throws InterruptedException {
        thread.join(millis);
    }
}
