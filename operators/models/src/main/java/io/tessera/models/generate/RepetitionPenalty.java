/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.generate;

import java.util.HashSet;
import java.util.Set;

/**
 * Makes ids that were written less likely: a positive score is divided by the penalty, a negative
 * one multiplied, once an id. Source: {@code RepetitionPenaltyLogitsProcessor} of transformers. Not
 * thread-safe.
 */
final class RepetitionPenalty {
    private final double penalty;
    private final Set<Integer> seen = new HashSet<>();

    /**
     * Starts with what counts as written before generation.
     *
     * @param before ids of a prompt that the library sees as ids, and begin-of-sequence
     */
    RepetitionPenalty(double penalty, int... before) {
        this.penalty = penalty;
        for (int id : before) {
            seen.add(id);
        }
    }

    private RepetitionPenalty(RepetitionPenalty other) {
        penalty = other.penalty;
        seen.addAll(other.seen);
    }

    void add(int id) {
        seen.add(id);
    }

    RepetitionPenalty copy() {
        return new RepetitionPenalty(this);
    }

    /** Changes the scores in place, in float32 as the library does. */
    void apply(float[] scores) {
        if (penalty == 1) {
            return;
        }
        float by = (float) penalty;
        for (int id : seen) {
            if (id >= 0 && id < scores.length) {
                scores[id] = scores[id] < 0 ? scores[id] * by : scores[id] / by;
            }
        }
    }
}
