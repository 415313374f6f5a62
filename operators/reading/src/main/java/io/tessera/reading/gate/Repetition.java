/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.reading.gate;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the loop that a generating model gets caught in: a text that ends in the same run of
 * characters again and again, or whose words hardly vary from beginning to end. What people write -
 * a refrain, a table, a dotted line in a list of contents - passes.
 */
public final class Repetition {
    private static final int WINDOW = 2_000;
    private static final int LONGEST_PERIOD = WINDOW / 4;
    private static final int FEWEST_TURNS = 5;
    private static final int SHORTEST_LOOP = 100;

    private static final int FEWEST_WORDS = 100;
    private static final int GRAM = 4;
    private static final double LEAST_VARIETY = 0.2;

    private Repetition() {}

    /** What is repeated, shortened, or empty where the text is no loop. */
    public static Optional<String> find(String text) {
        String tail = text.stripTrailing();
        tail = tail.substring(Math.max(0, tail.length() - WINDOW));
        for (int period = 1; period <= Math.min(LONGEST_PERIOD, tail.length() / 2); period++) {
            int run = runAtEnd(tail, period);
            if (run >= SHORTEST_LOOP && run >= FEWEST_TURNS * period) {
                return Optional.of(shortened(tail.substring(tail.length() - period)));
            }
        }
        return monotonous(text);
    }

    /** Length of the longest end of {@code text} that repeats with {@code period}. */
    private static int runAtEnd(String text, int period) {
        int i = text.length() - 1;
        while (i >= period && text.charAt(i) == text.charAt(i - period)) {
            i--;
        }
        return text.length() - 1 - i + (i < text.length() - 1 ? period : 0);
    }

    private static Optional<String> monotonous(String text) {
        String[] words = text.strip().split("\\s+");
        if (words.length < FEWEST_WORDS) {
            return Optional.empty();
        }
        Set<String> grams = new HashSet<>();
        int total = words.length - GRAM + 1;
        for (int i = 0; i < total; i++) {
            grams.add(String.join(" ", java.util.Arrays.asList(words).subList(i, i + GRAM)));
        }
        return grams.size() < LEAST_VARIETY * total
                ? Optional.of(shortened(words[words.length - 1]))
                : Optional.empty();
    }

    private static String shortened(String unit) {
        String line = unit.strip();
        return line.length() <= 40 ? line : line.substring(0, 40) + "...";
    }
}
