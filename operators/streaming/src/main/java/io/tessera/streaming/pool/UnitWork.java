/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.pool;

import static java.util.Objects.requireNonNull;

import io.tessera.contract.failure.InputFailure;
import io.tessera.contract.option.TesseraOptions;
import io.tessera.streaming.pool.WorkerPool.SpooledInput;
import io.tessera.streaming.pool.WorkerPool.UnitResult;
import io.tessera.v1.InputState;
import io.tessera.v1.UnitReading;
import io.tessera.v1.UnitSpec;
import io.tessera.v1.UnitState;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A unit that waits to be read. */
final class UnitWork extends Work {
    private static final long MOST_REGION_BYTES = 256L << 20;

    /** States of an input that say that nothing was tried. */
    private static final Set<InputState> REFUSALS =
            EnumSet.of(InputState.REFUSED_LIMIT, InputState.UNSUPPORTED, InputState.ENCRYPTED);

    private final CompletableFuture<UnitResult> result = new CompletableFuture<>();
    private final UnitSpec unit;
    private final long regionBytes;
    private @Nullable GrantedRegion region;

    UnitWork(SpooledInput input, UnitSpec unit) {
        super(input);
        this.unit = unit;
        this.regionBytes =
                Math.min(MOST_REGION_BYTES, input.options().get(TesseraOptions.LIMIT_REGION));
    }

    CompletableFuture<UnitResult> result() {
        return result;
    }

    @Override
    long regionBytes() {
        return regionBytes;
    }

    @Override
    boolean wanted() {
        return !result.isDone();
    }

    @Override
    void prepare(RegionBudget budget) throws IOException {
        region = budget.region(regionBytes);
    }

    @Override
    void run(Conversation worker) throws WorkerLost, IOException, InterruptedException {
        GrantedRegion granted = requireNonNull(region, "region is not granted");
        long start = System.nanoTime();
        try {
            UnitReading reading = worker.read(input(), unit, granted.file());
            complete(reading, null, worker.child().name(), workedSeconds(start));
        } catch (InputFailure e) {
            granted.close();
            UnitState state = REFUSALS.contains(e.state()) ? UnitState.REFUSED : UnitState.FAILED;
            complete(
                    without(state, e.code().name(), reason(e)),
                    e.state(),
                    worker.child().name(),
                    workedSeconds(start));
        }
    }

    @Override
    void lost(WorkerLost last, String worker) {
        closeRegion();
        complete(
                without(UnitState.FAILED, last.code().name(), last.reason(attempts())),
                null,
                worker,
                workedSeconds());
    }

    @Override
    void fail(Exception infrastructure) {
        if (result.completeExceptionally(infrastructure)) {
            closeRegion();
        }
    }

    private void complete(
            UnitReading reading, @Nullable InputState state, String worker, double seconds) {
        GrantedRegion granted = requireNonNull(region, "region is not granted");
        UnitResult value =
                new UnitResult(
                        reading, state, attempts(), worker, queuedSeconds(), seconds, granted);
        if (!result.complete(value)) {
            granted.close();
        }
    }

    private UnitReading without(UnitState state, String code, String reason) {
        return UnitReading.newBuilder()
                .setUnit(unit.getUnit())
                .setState(state)
                .setCode(code)
                .setReason(reason)
                .build();
    }

    private void closeRegion() {
        GrantedRegion granted = region;
        if (granted != null) {
            granted.close();
        }
    }
}
