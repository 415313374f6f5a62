/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.verify;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * How one case ended.
 *
 * @param id of the case, unique in its folder
 * @param kind of the case
 * @param state how it ended
 * @param known whether a check is registered for the kind
 * @param reason why it did not pass; null where it passed
 * @param difference largest difference of any number compared; null where only digests and counts
 *     were
 */
public record CaseResult(
        String id,
        String kind,
        State state,
        boolean known,
        @Nullable String reason,
        @Nullable Double difference) {
    /** How a case can end. */
    public enum State {
        PASS,
        FAIL,
        /** Not checked: no check for the kind, or what it needs is not there. */
        SKIP
    }

    public CaseResult {
        requireNonNull(id, "id is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(state, "state is null");
    }
}
