/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.flow;

import static java.util.Objects.requireNonNull;

import io.tessera.v1.UnitState;
import org.jspecify.annotations.Nullable;

/**
 * A unit whose leaf lies in the store.
 *
 * @param index position among the units announced, from 0
 * @param unit its name
 * @param state terminal state
 * @param code code beside FAILED and REFUSED
 * @param length bytes of the leaf
 * @param sha256 of the leaf
 * @param work circumstance
 */
public record UnitEnd(
        int index,
        String unit,
        UnitState state,
        @Nullable String code,
        long length,
        String sha256,
        WorkNote work) {
    public UnitEnd {
        requireNonNull(unit, "unit is null");
        requireNonNull(state, "state is null");
        requireNonNull(sha256, "sha256 is null");
        requireNonNull(work, "work is null");
    }
}
