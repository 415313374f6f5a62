/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which request of this process is reading an input that is not complete yet, so that a second
 * request for the same bytes waits and is answered from the store. It saves work and repetition;
 * nothing rests on it: two processes may read one input at once, and write the same. Thread-safe.
 */
public final class InputClaims {
    /** A claim that nobody gave back by then stands for nothing; where it did, both read. */
    private static final Duration AGE = Duration.ofHours(1);

    private static final int MOST = 100_000;

    private final Clock clock;
    private final Map<String, Claim> claims =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Claim> eldest) {
                    return size() > MOST;
                }
            };

    private record Claim(String record, Instant since) {}

    public InputClaims(Clock clock) {
        this.clock = clock;
    }

    /**
     * Whether the request in {@code record} may read now; true again for the same record.
     *
     * @param item item of the input's whole
     */
    public synchronized boolean claim(String item, String record) {
        Claim held = claims.get(item);
        Instant now = clock.instant();
        if (held != null && !held.record().equals(record) && held.since().plus(AGE).isAfter(now)) {
            return false;
        }
        claims.put(item, new Claim(record, now));
        return true;
    }

    /** The input is complete. */
    public synchronized void release(String item) {
        claims.remove(item);
    }
}
