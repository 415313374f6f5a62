/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.pool;

import io.tessera.contract.failure.InputFailure;
import io.tessera.streaming.pool.WorkerPool.SpooledInput;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** A plan or a unit that waits for a worker, then is in the hands of one. */
abstract class Work {
    private final SpooledInput input;
    private final long submitted = System.nanoTime();
    private long begun;
    private long workedNanos;
    private int attempts;

    Work(SpooledInput input) {
        this.input = input;
    }

    SpooledInput input() {
        return input;
    }

    /** Bytes of the region that it needs; 0 for a plan. */
    abstract long regionBytes();

    /** Whether its result is still wanted. */
    abstract boolean wanted();

    /** Makes the region, once its bytes are taken from the budget. */
    abstract void prepare(RegionBudget budget) throws IOException;

    /** Works, and completes with the answer or the input's failure. */
    abstract void run(Conversation worker) throws WorkerLost, IOException, InterruptedException;

    /** Completes with a lost worker's state. */
    abstract void lost(WorkerLost last, String worker);

    /** Completes exceptionally; also after something else completed it, then to no effect. */
    abstract void fail(Exception infrastructure);

    /** One more attempt on a worker. */
    void attempt(Conversation worker) throws WorkerLost, IOException, InterruptedException {
        long start = System.nanoTime();
        if (attempts++ == 0) {
            begun = start;
        }
        try {
            run(worker);
        } finally {
            workedNanos += System.nanoTime() - start;
        }
    }

    int attempts() {
        return attempts;
    }

    double queuedSeconds() {
        return seconds(begun - submitted);
    }

    /** Seconds of all attempts that have ended and the one since {@code start}. */
    double workedSeconds(long start) {
        return seconds(workedNanos + System.nanoTime() - start);
    }

    double workedSeconds() {
        return seconds(workedNanos);
    }

    private static double seconds(long nanos) {
        return nanos / (double) TimeUnit.SECONDS.toNanos(1);
    }

    /** Message of a failure, for a record. */
    static String reason(InputFailure failure) {
        return AnswerCheck.printable(failure.getMessage());
    }
}
