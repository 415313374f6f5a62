/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.finish;

import io.tessera.contract.failure.Code;
import io.tessera.v1.InputPlan;
import io.tessera.v1.InputState;
import io.tessera.v1.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The terminal state of an input, decided by counts alone.
 *
 * @param state the state
 * @param code code beside it; null if none
 * @param reason what happened; null if there is nothing to say
 */
record StateByCounts(InputState state, @Nullable String code, @Nullable String reason) {
    /** Codes of units that, where every unit has one of them, are the state of the input. */
    private record Shared(InputState state, Set<Code> codes) {}

    // In the order in which the states apply; the first whose codes cover all units wins.
    private static final List<Shared> SHARED =
            List.of(
                    new Shared(InputState.MISSING, EnumSet.of(Code.NOT_FOUND)),
                    new Shared(
                            InputState.CLAIM_MISMATCH,
                            EnumSet.of(Code.LENGTH_MISMATCH, Code.DIGEST_MISMATCH)),
                    new Shared(
                            InputState.UNSUPPORTED,
                            EnumSet.of(Code.SCHEME, Code.FORMAT, Code.CODEC, Code.FEATURE)),
                    new Shared(
                            InputState.ENCRYPTED,
                            EnumSet.of(Code.PASSWORD_NEEDED, Code.WRONG_PASSWORD)),
                    new Shared(
                            InputState.REFUSED_LIMIT,
                            EnumSet.of(
                                    Code.LIMIT_PIXELS,
                                    Code.LIMIT_EDGE,
                                    Code.LIMIT_PAGES,
                                    Code.LIMIT_BYTES,
                                    Code.LIMIT_STREAMS,
                                    Code.LIMIT_CHUNK,
                                    Code.LIMIT_INFLATED,
                                    Code.LIMIT_NESTING,
                                    Code.LIMIT_REGION)),
                    new Shared(InputState.MODEL_INVALID, EnumSet.of(Code.MODEL_INVALID)));

    private static final Set<Code> LOST_WORKER = EnumSet.of(Code.TIMEOUT, Code.OOM, Code.CRASH);

    /**
     * @param plan what opening the input found; its state, if it has one, is the input's
     * @param counts what came of the units
     */
    static StateByCounts of(InputPlan plan, LeafCounts counts) {
        if (plan.getState() != null) {
            return new StateByCounts(plan.getState(), plan.getCode(), plan.getReason());
        }
        if (counts.announced() == 0) {
            return plan.getKind() == Kind.VIDEO
                    ? new StateByCounts(InputState.EMPTY, Code.NO_VIDEO.name(), "no frame to show")
                    : new StateByCounts(InputState.EMPTY, Code.NO_PAGES.name(), "no page to read");
        }
        if (counts.delivered() == 0) {
            return nothingDelivered(counts);
        }
        boolean whole = counts.missing().isEmpty() && plan.getMissing().isEmpty();
        return whole
                ? new StateByCounts(InputState.OK, null, null)
                : new StateByCounts(InputState.PARTIAL, counts.firstCode(), counts.firstReason());
    }

    private static StateByCounts nothingDelivered(LeafCounts counts) {
        Set<Code> seen = counts.codes();
        if (LOST_WORKER.containsAll(seen)) {
            // Mixed losses take the name of the first, as each has lost its worker twice.
            return ended(InputState.valueOf(counts.firstCodeOrThrow()), counts);
        }
        for (Shared shared : SHARED) {
            if (shared.codes().containsAll(seen)) {
                return ended(shared.state(), counts);
            }
        }
        return new StateByCounts(
                InputState.CORRUPT, Code.NOTHING_DELIVERED.name(), counts.firstReason());
    }

    private static StateByCounts ended(InputState state, LeafCounts counts) {
        return new StateByCounts(state, counts.firstCode(), counts.firstReason());
    }
}
