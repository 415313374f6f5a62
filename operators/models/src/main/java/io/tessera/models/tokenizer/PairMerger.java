/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.tokenizer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Merges the adjacent pair of lowest rank, leftmost among equals, until none is left. For words:
 * quadratic in their length, which {@link #LONGEST} bounds by cutting longer ones.
 */
final class PairMerger {
    /** Characters of one stretch; a run of letters beyond it is merged in stretches. */
    static final int LONGEST = 4096;

    private final Function<String, @Nullable Integer> rank;

    /** Takes the rank of a pair written as {@code left + ' ' + right}, null where there is none. */
    PairMerger(Function<String, @Nullable Integer> rank) {
        this.rank = rank;
    }

    List<String> merge(String word) {
        List<String> merged = new ArrayList<>();
        for (int from = 0; from < word.length(); from += LONGEST) {
            merged.addAll(stretch(word.substring(from, Math.min(word.length(), from + LONGEST))));
        }
        return merged;
    }

    private List<String> stretch(String word) {
        List<String> symbols = new ArrayList<>(word.length());
        for (int i = 0; i < word.length(); i++) {
            symbols.add(word.substring(i, i + 1));
        }
        while (symbols.size() > 1) {
            int best = -1;
            int bestRank = Integer.MAX_VALUE;
            for (int i = 0; i + 1 < symbols.size(); i++) {
                Integer candidate = rank.apply(symbols.get(i) + ' ' + symbols.get(i + 1));
                if (candidate != null && candidate < bestRank) {
                    bestRank = candidate;
                    best = i;
                }
            }
            if (best < 0) {
                break;
            }
            symbols.set(best, symbols.get(best) + symbols.remove(best + 1));
        }
        return symbols;
    }
}
