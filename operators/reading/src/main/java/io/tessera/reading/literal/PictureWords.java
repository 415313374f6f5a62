/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.reading.literal;

import io.tessera.v1.ChunkFacts;
import io.tessera.v1.Colour;
import io.tessera.v1.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Shots and colours: "two shots in 20 seconds, with a change at 0:08; mostly black with some
 * brown".
 */
final class PictureWords {
    private static final int MOST_TIMES = 6;
    private static final int MOST_COLOURS = 3;
    private static final double NOT_WORTH_A_WORD = 0.05;
    private static final double NEARLY_ALL = 0.9;
    private static final double MOST = 0.5;

    private PictureWords() {}

    static String of(ChunkFacts facts, Clock clock) {
        String colours = colours(facts.getColours());
        String shots = shots(facts.getShots(), clock);
        String join = facts.getShots().size() > 1 ? "; " : ", ";
        return colours.isEmpty() ? shots : shots + join + colours;
    }

    private static String shots(List<Span> shots, Clock clock) {
        String length = Clock.length(clock.endMicros() - clock.startMicros());
        if (shots.size() < 2) {
            return "one continuous shot of " + length;
        }
        List<String> changes =
                shots.stream().skip(1).map(shot -> clock.at(shot.getStartMicros())).toList();
        String many = Wording.count(shots.size(), "shot", "shots") + " in " + length;
        if (changes.size() <= MOST_TIMES) {
            String noun = changes.size() == 1 ? ", with a change at " : ", with changes at ";
            return many + noun + Wording.list(changes);
        }
        long first = shots.get(1).getStartMicros();
        long last = shots.get(shots.size() - 1).getStartMicros();
        return "%s, the first change at %s and the last at %s"
                .formatted(many, clock.at(first), clock.at(last));
    }

    private static String colours(List<Colour> colours) {
        Map<String, Double> shares = new LinkedHashMap<>();
        colours.forEach(c -> shares.merge(c.getName(), c.getShare(), Double::sum));
        List<Map.Entry<String, Double>> ranked = new ArrayList<>(shares.entrySet());
        ranked.sort(Map.Entry.<String, Double>comparingByValue().reversed());
        List<String> names =
                ranked.stream()
                        .filter(c -> c.getValue() >= NOT_WORTH_A_WORD)
                        .limit(MOST_COLOURS)
                        .map(c -> c.getKey() + " (" + Math.round(100 * c.getValue()) + "%)")
                        .toList();
        if (names.isEmpty()) {
            return "";
        }
        double first = ranked.get(0).getValue();
        if (names.size() == 1 || first >= NEARLY_ALL) {
            return "almost entirely " + names.get(0);
        }
        return first >= MOST
                ? "mostly "
                        + names.get(0)
                        + " with some "
                        + Wording.list(names.subList(1, names.size()))
                : "in " + Wording.list(names);
    }
}
