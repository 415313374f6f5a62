/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.generate;

import java.util.Comparator;
import java.util.PriorityQueue;

/** The best of many scores. */
final class TopK {
    private TopK() {}

    /** Indices of the k highest scores, highest first; among equals the lower index first. */
    static int[] of(float[] scores, int k) {
        Comparator<Integer> worstFirst =
                (a, b) ->
                        scores[a] != scores[b]
                                ? Float.compare(scores[a], scores[b])
                                : Integer.compare(b, a);
        PriorityQueue<Integer> heap = new PriorityQueue<>(k + 1, worstFirst);
        for (int i = 0; i < scores.length; i++) {
            if (heap.size() < k) {
                heap.add(i);
            } else if (scores[i] > scores[heap.element()]) {
                heap.remove();
                heap.add(i);
            }
        }
        int[] best = new int[heap.size()];
        for (int i = best.length - 1; i >= 0; i--) {
            best[i] = heap.remove();
        }
        return best;
    }
}
