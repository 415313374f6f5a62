/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.generate;

import java.util.Set;

/** Chooses ids from logits, step by step, for one request. Not thread-safe. */
public interface Generator {
    /**
     * Decides after a step.
     *
     * @param logits of each live sequence, [sequences][vocabulary]; changed in place
     */
    Decision decide(float[][] logits);

    /** Most sequences that are ever live at once. */
    int width();

    /**
     * The generator of the options.
     *
     * @param stops ids that end an answer, the first of which stands for all in beam search
     * @param before ids that the repetition penalty counts as written
     */
    static Generator of(GenerationOptions options, Set<Integer> stops, int... before) {
        return options.beams() == 1
                ? new SingleGenerator(options, stops, before)
                : new BeamGenerator(options, stops, before);
    }
}
