/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.sink;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.ThreadSafeSimpleCounter;

/** What committers count. Used by the task's thread, but for retries, which any may count. */
final class CommitCounters {
    private final Counter units;
    private final Counter inputs;
    private final Counter deadLetters;
    private final Counter retries;

    CommitCounters(MetricGroup metrics) {
        units = metrics.counter("unitsPublished");
        inputs = metrics.counter("inputsPublished");
        deadLetters = metrics.counter("deadLetters");
        retries = metrics.counter("commitRetries", new ThreadSafeSimpleCounter());
    }

    void committed(long unitsMore, long inputsMore) {
        units.inc(unitsMore);
        inputs.inc(inputsMore);
    }

    void deadLetter() {
        deadLetters.inc();
    }

    void retry() {
        retries.inc();
    }
}
