/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.verify;

import com.fasterxml.jackson.databind.JsonNode;

/** Arrays of numbers in cases, and what is compared of logits. */
final class Numbers {
    private Numbers() {}

    static int[] ints(JsonNode array) {
        int[] numbers = new int[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = array.get(i).asInt();
        }
        return numbers;
    }

    static int argmax(float[] scores) {
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            best = scores[i] > scores[best] ? i : best;
        }
        return best;
    }

    static double logSumExp(float[] scores) {
        double top = scores[argmax(scores)];
        double sum = 0;
        for (float score : scores) {
            sum += Math.exp(score - top);
        }
        return top + Math.log(sum);
    }

    /** Best minus second. */
    static double margin(float[] scores) {
        int best = argmax(scores);
        float second = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < scores.length; i++) {
            second = i == best ? second : Math.max(second, scores[i]);
        }
        return (double) scores[best] - second;
    }

    static float[] pick(float[] values, long[] indices) {
        float[] picked = new float[indices.length];
        for (int i = 0; i < picked.length; i++) {
            picked[i] = values[Math.toIntExact(indices[i])];
        }
        return picked;
    }
}
