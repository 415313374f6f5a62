/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.sink;

import static java.util.Objects.requireNonNull;

import io.tessera.contract.failure.Code;
import io.tessera.streaming.leaf.UnitLeaf;
import io.tessera.v1.InputState;
import io.tessera.v1.UnitState;
import org.jspecify.annotations.Nullable;

/**
 * How an item ended, as its leaf says it.
 *
 * @param result whether it is a result; else it is a dead letter
 * @param state state of the unit or input
 * @param code code beside it; null if none
 * @param reason what happened; null if there is nothing to say
 * @param stage of a dead letter, where it ended
 * @param leaf key of the leaf; null if there is none
 * @param length bytes of the leaf
 * @param sha256 digest of the leaf; null if there is none
 */
record Ending(
        boolean result,
        String state,
        @Nullable String code,
        @Nullable String reason,
        String stage,
        @Nullable String leaf,
        long length,
        @Nullable String sha256) {
    Ending {
        requireNonNull(state, "state is null");
        requireNonNull(stage, "stage is null");
    }

    /** Of a unit whose leaf is there. */
    static Ending of(UnitLeaf unit, String leaf, long length, String sha256) {
        UnitState state = unit.state();
        boolean result =
                state == UnitState.RECOGNISED
                        || state == UnitState.BLANK
                        || state == UnitState.DUPLICATE;
        String code = unit.code();
        String stage = Code.MODEL_INVALID.name().equals(code) ? "engine" : "read";
        return new Ending(result, state.name(), code, unit.reason(), stage, leaf, length, sha256);
    }

    /** Of a unit whose leaf is gone. */
    static Ending lost(String leaf) {
        return new Ending(
                false,
                UnitState.FAILED.name(),
                Code.LEAF_LOST.name(),
                "leaf %s is gone from the store; request the input again with mode FORCE"
                        .formatted(leaf),
                "publish",
                null,
                0,
                null);
    }

    /** Of an input. */
    static Ending of(
            InputState state,
            @Nullable String code,
            @Nullable String reason,
            boolean opened,
            String leaf,
            long length,
            String sha256) {
        boolean result = state == InputState.OK || state == InputState.PARTIAL;
        String stage =
                switch (state) {
                    case MISSING, CLAIM_MISMATCH -> "fetch";
                    case MODEL_INVALID -> "engine";
                    default -> opened ? "read" : "plan";
                };
        return new Ending(result, state.name(), code, reason, stage, leaf, length, sha256);
    }

    /** Of a record that is no request. */
    static Ending deadRecord(String code, String reason) {
        return new Ending(false, "", code, reason, "decode-record", null, 0, null);
    }
}
