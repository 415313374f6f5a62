/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.flow;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What an input was found to have, and what opening it found.
 *
 * @param units units announced, in order
 * @param plan the InputPlan as a record of its own schema, without its units
 * @param work circumstance of opening and planning
 */
// Bytes are an array because Flink has a type for that; nobody changes or compares them.
@SuppressWarnings("ArrayRecordComponent")
public record PlannedInput(List<String> units, byte[] plan, WorkNote work) {
    public PlannedInput {
        units = List.copyOf(units);
        requireNonNull(plan, "plan is null");
        requireNonNull(work, "work is null");
    }
}
