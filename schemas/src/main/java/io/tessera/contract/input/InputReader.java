/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.contract.input;

import io.tessera.contract.failure.InputFailure;
import io.tessera.v1.InputPlan;
import io.tessera.v1.UnitReading;
import io.tessera.v1.UnitSpec;

/**
 * An opened input. Used by one thread. {@link #plan} and {@link #read} are independent: another
 * process than the one that planned may read any unit, in any order, though reading in order is
 * what an implementation should be fast at (a decoder stays open and goes on).
 */
public interface InputReader extends AutoCloseable {
    /**
     * Probes and counts the whole input by the cheapest means that give true counts.
     *
     * @throws InputFailure where the input as a whole cannot be read: its state, code and reason
     */
    InputPlan plan(Progress progress) throws InputFailure;

    /**
     * Reads one unit, measures its facts and lays its pictures into the region. A unit that cannot
     * be read comes back REFUSED or FAILED with code and reason; nothing is thrown for it.
     *
     * @throws InputFailure where not the unit but the input cannot be read any more
     */
    UnitReading read(UnitSpec unit, Region region, Progress progress) throws InputFailure;

    @Override
    void close();
}
