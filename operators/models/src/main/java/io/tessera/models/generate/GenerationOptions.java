/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.generate;

/**
 * How ids are chosen.
 *
 * @param beams 1 for greedy or sampling, more for beam search
 * @param sample whether to draw instead of taking the best; only with one beam
 * @param temperature divides logits before drawing; above 0
 * @param topK ids to draw from; 0 for all
 * @param topP least probability mass to draw from, 0-1
 * @param repetitionPenalty above 1 makes what was written less likely
 * @param maxNewTokens most ids to write
 * @param seed of the draws
 */
public record GenerationOptions(
        int beams,
        boolean sample,
        double temperature,
        int topK,
        double topP,
        double repetitionPenalty,
        int maxNewTokens,
        long seed) {
    public GenerationOptions {
        require(beams >= 1 && beams <= 16, "beams", beams, "1 to 16");
        require(!sample || beams == 1, "sample", sample, "false with beams");
        require(temperature > 0, "temperature", temperature, "above 0");
        require(topK >= 0, "topK", topK, "0 or more");
        require(topP > 0 && topP <= 1, "topP", topP, "above 0, at most 1");
        require(repetitionPenalty > 0, "repetitionPenalty", repetitionPenalty, "above 0");
        require(maxNewTokens >= 1, "maxNewTokens", maxNewTokens, "1 or more");
    }

    /** The best id at each step. */
    public static GenerationOptions greedy(int maxNewTokens) {
        return new GenerationOptions(1, false, 1, 0, 1, 1, maxNewTokens, 0);
    }

    /** Beam search without drawing. */
    public static GenerationOptions beams(int beams, double penalty, int maxNewTokens) {
        return new GenerationOptions(beams, false, 1, 0, 1, penalty, maxNewTokens, 0);
    }

    private static void require(boolean holds, String name, Object value, String range) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "%s is %s, expected %s".formatted(name, value, range));
        }
    }
}
