/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.read;

import io.tessera.contract.failure.Code;
import io.tessera.reading.engine.EngineFailure;
import io.tessera.reading.engine.Reading;
import io.tessera.reading.engine.ReadingEngine;
import io.tessera.reading.engine.ReadingRequest;
import io.tessera.streaming.service.Patience;
import io.tessera.v1.UnitState;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the engine under a deadline of its own. A backend that is down is waited for; what else can
 * go wrong is an outcome of the unit. Blocks its caller, a thread of the services. Thread-safe.
 */
final class EngineCall {
    private static final Logger LOG = LoggerFactory.getLogger(EngineCall.class);

    /**
     * What came of asking.
     *
     * @param reading null where there is none
     * @param state RECOGNISED, FAILED or REFUSED
     * @param code null beside RECOGNISED
     */
    record Outcome(
            @Nullable Reading reading,
            UnitState state,
            @Nullable Code code,
            @Nullable String reason,
            double seconds) {}

    private final ReadingEngine engine;
    private final Patience patience;
    private final Duration deadline;

    EngineCall(ReadingEngine engine, Patience patience, Duration deadline) {
        this.engine = engine;
        this.patience = patience;
        this.deadline = deadline;
    }

    Outcome ask(ReadingRequest request) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            long before = System.nanoTime();
            try {
                Reading reading = await(engine.read(request).toCompletableFuture());
                return new Outcome(reading, UnitState.RECOGNISED, null, null, secondsSince(before));
            } catch (EngineFailure failure) {
                if (failure.kind() != EngineFailure.Kind.UNAVAILABLE) {
                    return ended(failure, secondsSince(before));
                }
                LOG.warn("engine is down for the {}. time: {}", attempt, failure.getMessage());
                patience.pause(attempt);
            }
        }
    }

    private Reading await(CompletableFuture<Reading> reading)
            throws EngineFailure, InterruptedException {
        try {
            return reading.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            reading.cancel(true);
            throw new EngineFailure(
                    EngineFailure.Kind.TIMEOUT,
                    "engine gave no answer within %d s; raise engine.deadline"
                            .formatted(deadline.toSeconds()),
                    e);
        } catch (InterruptedException e) {
            reading.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof EngineFailure failure) {
                throw failure;
            }
            throw new IllegalStateException("engine broke its contract", e.getCause());
        }
    }

    private static Outcome ended(EngineFailure failure, double seconds) {
        return switch (failure.kind()) {
            case TIMEOUT -> failed(UnitState.FAILED, Code.TIMEOUT, failure, seconds);
            case INVALID -> failed(UnitState.FAILED, Code.MODEL_INVALID, failure, seconds);
            case REFUSED -> failed(UnitState.REFUSED, Code.FEATURE, failure, seconds);
            case UNAVAILABLE -> throw new IllegalArgumentException("UNAVAILABLE is no outcome");
        };
    }

    private static Outcome failed(
            UnitState state, Code code, EngineFailure failure, double seconds) {
        return new Outcome(null, state, code, failure.getMessage(), seconds);
    }

    private static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }
}
