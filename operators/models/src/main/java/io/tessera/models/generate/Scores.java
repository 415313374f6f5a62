/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.generate;

/** Arithmetic on scores over a vocabulary. */
final class Scores {
    private Scores() {}

    /** Index of the highest score, the first among equals. */
    static int argmax(float[] scores) {
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            best = scores[i] > scores[best] ? i : best;
        }
        return best;
    }

    /** Best score minus the second best. */
    static double margin(float[] scores) {
        float first = Float.NEGATIVE_INFINITY;
        float second = Float.NEGATIVE_INFINITY;
        for (float score : scores) {
            if (score > first) {
                second = first;
                first = score;
            } else if (score > second) {
                second = score;
            }
        }
        return (double) first - second;
    }

    /** Logarithm of the sum of exponentials, summed in double. */
    static double logSumExp(float[] scores) {
        double top = scores[argmax(scores)];
        double sum = 0;
        for (float score : scores) {
            sum += Math.exp(score - top);
        }
        return top + Math.log(sum);
    }

    /** Log-probabilities, in place. */
    static void logSoftmax(float[] scores) {
        double norm = logSumExp(scores);
        for (int i = 0; i < scores.length; i++) {
            scores[i] = (float) (scores[i] - norm);
        }
    }
}
