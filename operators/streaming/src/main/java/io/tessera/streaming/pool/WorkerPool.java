/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.pool;

import io.tessera.contract.option.Options;
import io.tessera.v1.InputPlan;
import io.tessera.v1.InputState;
import io.tessera.v1.Kind;
import io.tessera.v1.UnitReading;
import io.tessera.v1.UnitSpec;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The decode workers of this process. Thread-safe. Work waits in a queue that holds references
 * only; what runs is bounded by workers and by the region budget.
 *
 * <p>Stages complete exceptionally only where the infrastructure fails ({@link WorkersUnavailable}:
 * a worker cannot be started, the pool is closed; an IOException about the input's local file);
 * whatever an input does to workers is a value. They complete on the thread that serves the worker,
 * which takes no other work until dependents have returned: those that take long go elsewhere.
 */
public interface WorkerPool extends AutoCloseable {
    /**
     * An input whose bytes were verified and lie in a local file.
     *
     * @param password never logged; null if none was given
     */
    record SpooledInput(
            String inputId, Kind kind, Path file, Options options, @Nullable String password) {
        @Override
        public String toString() {
            return "SpooledInput[%s, %s, %s, %s]".formatted(inputId, kind, file, options);
        }
    }

    /**
     * What came of opening and planning.
     *
     * @param plan the plan; of a lost worker a plan without units whose state is TIMEOUT, OOM or
     *     CRASH
     * @param attempts workers used, 1 or 2
     * @param worker name of the last worker, for the run record
     * @param queued seconds from the call to the begin of the work
     * @param seconds work without waiting, of all attempts together
     */
    record Planned(InputPlan plan, int attempts, String worker, double queued, double seconds) {}

    /**
     * What came of one unit. The region stays granted until this is closed.
     *
     * @param reading the answer; of a lost worker FAILED with code TIMEOUT, OOM or CRASH
     * @param inputState null, or the state of the input where it cannot be read any more
     * @param attempts workers used, 1 or 2
     * @param worker name of the last worker, for the run record
     * @param queued seconds from the call to the begin of the work
     * @param seconds work without waiting, of all attempts together
     * @param region what the reading's images lie in; of a lost worker already given back
     */
    record UnitResult(
            UnitReading reading,
            @Nullable InputState inputState,
            int attempts,
            String worker,
            double queued,
            double seconds,
            Granted region)
            implements AutoCloseable {
        @Override
        public void close() {
            region.close();
        }
    }

    /** A granted region. */
    interface Granted extends AutoCloseable {
        /** The bytes of something that lies in the region; valid until closed. */
        ByteBuffer bytesOf(io.tessera.v1.RegionImage image);

        /** Gives the region back; does nothing the second time. */
        @Override
        void close();
    }

    CompletionStage<Planned> plan(SpooledInput input);

    CompletionStage<UnitResult> read(SpooledInput input, UnitSpec unit);

    /** Ends all workers; work that waits completes exceptionally. */
    @Override
    void close();
}
