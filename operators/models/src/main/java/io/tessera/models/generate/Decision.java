/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.generate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What follows from the logits of a step.
 *
 * @param next of each sequence that goes on: which sequence it continues and with which id
 * @param result null while generation goes on
 */
public record Decision(List<Continuation> next, @Nullable Hypothesis result) {
    /** Sequence number {@code from} of the step before goes on with {@code id}. */
    public record Continuation(int from, int id) {}

    public Decision {
        next = List.copyOf(next);
    }

    static Decision done(Hypothesis result) {
        return new Decision(List.of(), result);
    }
}
