/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.service;

import io.tessera.connectors.store.StoreUnavailable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Repeats calls to a store that is down, with growing pauses and full jitter, until they succeed or
 * this is closed: a store that is down is never a state of an input. Thread-safe.
 */
public final class Patience implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 10_000;

    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicLong retries = new AtomicLong();

    /**
     * The value of {@code call}, however long it takes.
     *
     * @throws CancellationException once this is closed
     */
    public <T> T until(String what, Supplier<T> call) {
        for (int attempt = 1; ; attempt++) {
            try {
                return call.get();
            } catch (StoreUnavailable e) {
                retries.incrementAndGet();
                LOG.warn("{} failed for the {}. time: {}", what, attempt, e.getMessage());
                pause(attempt);
            }
        }
    }

    /** Waits before the attempt after {@code attempt}, counted from 1. */
    public void pause(int attempt) {
        try {
            if (closed.await(pauseMillis(attempt), TimeUnit.MILLISECONDS)) {
                throw new CancellationException("closed while waiting for a service");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for a service");
        }
    }

    /** Calls that had to be repeated so far. */
    public long retries() {
        return retries.get();
    }

    /** A random pause whose bound doubles with each attempt. */
    public static long pauseMillis(int attempt) {
        int doublings = Math.min(attempt - 1, 10);
        long bound = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << doublings);
        return ThreadLocalRandom.current().nextLong(bound / 2, bound + 1);
    }

    /** Ends all waiting. */
    @Override
    public void close() {
        closed.countDown();
    }
}
