/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.pool;

import io.tessera.contract.failure.InputFailure;
import io.tessera.streaming.pool.WorkerPool.Planned;
import io.tessera.streaming.pool.WorkerPool.SpooledInput;
import io.tessera.v1.InputPlan;
import io.tessera.v1.InputState;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** An input that waits to be planned. */
final class PlanWork extends Work {
    private final CompletableFuture<Planned> result = new CompletableFuture<>();

    PlanWork(SpooledInput input) {
        super(input);
    }

    CompletableFuture<Planned> result() {
        return result;
    }

    @Override
    long regionBytes() {
        return 0;
    }

    @Override
    boolean wanted() {
        return !result.isDone();
    }

    @Override
    void prepare(RegionBudget budget) {
        // A plan has no pictures.
    }

    @Override
    void run(Conversation worker) throws WorkerLost, IOException, InterruptedException {
        long start = System.nanoTime();
        InputPlan plan;
        try {
            plan = worker.plan(input());
        } catch (InputFailure e) {
            plan = without(e.state(), e.code().name(), reason(e));
        }
        complete(plan, worker.child().name(), workedSeconds(start));
    }

    @Override
    void lost(WorkerLost last, String worker) {
        InputPlan plan = without(last.state(), last.code().name(), last.reason(attempts()));
        complete(plan, worker, workedSeconds());
    }

    @Override
    void fail(Exception infrastructure) {
        result.completeExceptionally(infrastructure);
    }

    private void complete(InputPlan plan, String worker, double seconds) {
        result.complete(new Planned(plan, attempts(), worker, queuedSeconds(), seconds));
    }

    private InputPlan without(InputState state, String code, String reason) {
        return InputPlan.newBuilder()
                .setKind(input().kind())
                .setState(state)
                .setCode(code)
                .setReason(reason)
                .setWarnings(List.of())
                .setMissing(List.of())
                .setUnits(List.of())
                .build();
    }
}
