/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.flow;

import org.jspecify.annotations.Nullable;

/**
 * Circumstance of one piece of work, for the ledger entry and for no leaf.
 *
 * @param attempts workers used; 0 where a leaf was loaded
 * @param worker name of the last worker; null if none
 * @param startedAtMicros when the work began, microseconds since the epoch
 * @param fetchSeconds getting and verifying the bytes
 * @param queueSeconds waiting for a worker
 * @param decodeSeconds in the worker
 * @param engineSeconds in the engine
 * @param storeSeconds writing leaf and artefacts
 * @param tokensOut tokens that an engine wrote; 0 without tokens
 */
public record WorkNote(
        int attempts,
        @Nullable String worker,
        long startedAtMicros,
        double fetchSeconds,
        double queueSeconds,
        double decodeSeconds,
        double engineSeconds,
        double storeSeconds,
        long tokensOut) {
    public WorkNote {
        if (attempts < 0) {
            throw new IllegalArgumentException("attempts is negative: " + attempts);
        }
    }

    /** Work in which nothing was read. */
    public static WorkNote none(long startedAtMicros) {
        return new WorkNote(0, null, startedAtMicros, 0, 0, 0, 0, 0, 0);
    }

    /** This note with more time for the store. */
    public WorkNote stored(double seconds) {
        return new WorkNote(
                attempts,
                worker,
                startedAtMicros,
                fetchSeconds,
                queueSeconds,
                decodeSeconds,
                engineSeconds,
                storeSeconds + seconds,
                tokensOut);
    }
}
