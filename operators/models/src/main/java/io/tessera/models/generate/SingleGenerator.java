/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.generate;

import io.tessera.models.generate.Decision.Continuation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Greedy choice or drawing, one sequence. */
final class SingleGenerator implements Generator {
    private final GenerationOptions options;
    private final Set<Integer> stops;
    private final RepetitionPenalty penalty;
    private final Sampler sampler;
    private final List<Integer> ids = new ArrayList<>();
    private final List<Double> margins = new ArrayList<>();

    SingleGenerator(GenerationOptions options, Set<Integer> stops, int... before) {
        this.options = options;
        this.stops = Set.copyOf(stops);
        this.penalty = new RepetitionPenalty(options.repetitionPenalty(), before);
        this.sampler = new Sampler(options);
    }

    @Override
    public Decision decide(float[][] logits) {
        float[] scores = logits[0];
        penalty.apply(scores);
        int id;
        if (options.sample()) {
            id = sampler.draw(scores);
        } else {
            margins.add(Scores.margin(scores));
            id = Scores.argmax(scores);
        }
        ids.add(id);
        penalty.add(id);
        if (stops.contains(id)) {
            return Decision.done(new Hypothesis(ids, Hypothesis.STOP, margins, 0));
        }
        if (ids.size() >= options.maxNewTokens()) {
            return Decision.done(new Hypothesis(ids, Hypothesis.LENGTH, margins, 0));
        }
        return new Decision(List.of(new Continuation(0, id)), null);
    }

    @Override
    public int width() {
        return 1;
    }
}
