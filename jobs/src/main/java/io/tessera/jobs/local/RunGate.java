/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.local;

import io.tessera.streaming.pool.WorkerPool;
import io.tessera.v1.UnitSpec;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Lets the work of a run through to its workers until it is shut; what was let through goes on. So
 * a run can be ended once the units in hand are done. Thread-safe.
 *
 * <p>Functions are serialized into a job and made anew there, hence the lookup by name.
 */
final class RunGate implements AutoCloseable {
    private static final Map<String, RunGate> OPEN = new ConcurrentHashMap<>();

    private final String run;
    private final AtomicInteger inHand = new AtomicInteger();
    private final AtomicLong read = new AtomicLong();
    private volatile boolean shut;

    private RunGate(String run) {
        this.run = run;
    }

    /** Opens the gate of a run of that name. */
    static RunGate open(String run) {
        RunGate gate = new RunGate(run);
        OPEN.put(run, gate);
        return gate;
    }

    static Optional<RunGate> find(String run) {
        return Optional.ofNullable(OPEN.get(run));
    }

    /** Lets nothing through any more. */
    void shut() {
        shut = true;
    }

    /** Units and plans that were let through and did not come back yet. */
    int inHand() {
        return inHand.get();
    }

    /** Units that came back. */
    long read() {
        return read.get();
    }

    /** A pool behind this gate. */
    WorkerPool around(WorkerPool pool) {
        return new WorkerPool() {
            @Override
            public CompletionStage<Planned> plan(SpooledInput input) {
                if (shut) {
                    return new CompletableFuture<>();
                }
                inHand.incrementAndGet();
                return pool.plan(input).whenComplete((done, failure) -> inHand.decrementAndGet());
            }

            @Override
            public CompletionStage<UnitResult> read(SpooledInput input, UnitSpec unit) {
                if (shut) {
                    return new CompletableFuture<>();
                }
                inHand.incrementAndGet();
                return pool.read(input, unit)
                        .whenComplete(
                                (done, failure) -> {
                                    inHand.decrementAndGet();
                                    read.incrementAndGet();
                                });
            }

            @Override
            public void close() {
                pool.close();
            }
        };
    }

    @Override
    public void close() {
        OPEN.remove(run);
    }
}
