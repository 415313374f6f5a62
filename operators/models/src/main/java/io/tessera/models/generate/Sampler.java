/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.generate;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Draws an id: temperature, then the top k, then the smallest set whose mass reaches top p (always
 * at least one id), then softmax and a draw. Source: the order of transformers' logits warpers. Not
 * thread-safe.
 */
final class Sampler {
    private final GenerationOptions options;
    private final SplittableRandom random;

    Sampler(GenerationOptions options) {
        this.options = options;
        this.random = new SplittableRandom(options.seed());
    }

    int draw(float[] scores) {
        int[] order = candidates(scores);
        double top = scores[order[0]] / options.temperature();
        double[] mass = new double[order.length];
        double sum = 0;
        for (int i = 0; i < order.length; i++) {
            mass[i] = Math.exp(scores[order[i]] / options.temperature() - top);
            sum += mass[i];
        }
        int kept = 0;
        double keptMass = 0;
        while (kept < order.length && (kept == 0 || keptMass < options.topP() * sum)) {
            keptMass += mass[kept++];
        }
        double at = random.nextDouble() * keptMass;
        for (int i = 0; i < kept; i++) {
            at -= mass[i];
            if (at < 0) {
                return order[i];
            }
        }
        return order[kept - 1];
    }

    /** Ids from the best score down: the top k, or all. */
    private int[] candidates(float[] scores) {
        int k = options.topK() == 0 ? scores.length : Math.min(options.topK(), scores.length);
        if (k > scores.length / 8) {
            return IntStream.range(0, scores.length)
                    .boxed()
                    .sorted((a, b) -> Float.compare(scores[b], scores[a]))
                    .limit(k)
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
        return TopK.of(scores, k);
    }
}
