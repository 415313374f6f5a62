/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.crash;

import java.util.Collection;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Points on the way of a result at which a test ends the process as a power cut would. Armed by the
 * system property {@code tessera.crash-point} with a name and {@code tessera.crash-point.visit}
 * with the visit that counts, from 1; without it {@link #reached} is a comparison with null.
 */
public enum CrashPoint {
    /** The leaf of a unit lies in the store; nothing knows of it yet. */
    LEAF_PUT,
    /** The checkpoint is complete; the committer has not looked at a leaf. */
    BEFORE_HEAD,
    /** A record was sent to its topic; its ledger entry was not. */
    BETWEEN_TOPIC_AND_LEDGER,
    /** All is acknowledged; the input's own leaf, the mark of completeness, is not written. */
    BEFORE_WHOLE,
    /** The mark is written; the commit has not returned. */
    AFTER_WHOLE,
    /** The commit is over; no later checkpoint says so. */
    AFTER_COMMIT;

    /** Exit status of a process that was halted here. */
    public static final int EXIT_STATUS = 86;

    private static final @Nullable String ARMED = System.getProperty("tessera.crash-point");
    private static final AtomicInteger VISITS_LEFT =
            new AtomicInteger(Integer.getInteger("tessera.crash-point.visit", 1));

    /** {@link #reached} if there is anything at hand here. */
    public void reachedWith(Collection<?> atHand) {
        if (ARMED != null && !atHand.isEmpty()) {
            reached();
        }
    }

    /** Halts the process if this point is armed and this is the visit that counts. */
    public void reached() {
        if (ARMED != null && ARMED.equals(name()) && VISITS_LEFT.decrementAndGet() == 0) {
            Runtime.getRuntime().halt(EXIT_STATUS);
        }
    }
}
