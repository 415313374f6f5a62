/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.sink;

import io.tessera.connectors.kafka.PublishFailed;
import io.tessera.connectors.store.StoreUnavailable;
import io.tessera.streaming.service.Patience;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Repeats what fails because a store or broker is down, with jitter, until a deadline for all of
 * one commit; Flink's own way to retry a commit has no pause. Each call is repeated by itself, or a
 * store that fails now and then would never let a large commit through. Thread-safe.
 */
final class BoundedPatience {
    private static final Logger LOG = LoggerFactory.getLogger(BoundedPatience.class);

    private final Duration patience;
    private final CommitCounters counters;
    private final long deadline;

    /** The deadline is {@code patience} from now. */
    BoundedPatience(Duration patience, CommitCounters counters) {
        this.patience = patience;
        this.counters = counters;
        this.deadline = System.nanoTime() + patience.toNanos();
    }

    /** Something that may be done again from its beginning. */
    interface Repeatable<T> {
        T run() throws IOException, InterruptedException;
    }

    /**
     * The value of {@code work}, once it succeeds.
     *
     * @throws IOException if the next attempt would begin after the deadline
     */
    <T> T until(String what, Repeatable<T> work) throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.run();
            } catch (StoreUnavailable | PublishFailed e) {
                counters.retry();
                long pause = Patience.pauseMillis(attempt);
                if (System.nanoTime() + pause * 1_000_000L >= deadline) {
                    throw new IOException(
                            "%s failed %d times within %d s; the same comes back after a restart"
                                    .formatted(what, attempt, patience.toSeconds()),
                            e);
                }
                LOG.warn("{} failed for the {}. time: {}", what, attempt, e.getMessage());
                Thread.sleep(pause);
            }
        }
    }
}
