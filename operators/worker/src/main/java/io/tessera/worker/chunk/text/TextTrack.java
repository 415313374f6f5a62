/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker.chunk.text;

import io.tessera.v1.SeenText;

/** One text over time: all sightings that are taken for the same. */
final class TextTrack {
    private static final double SURE = 0.8;
    private static final double LIKELY = 0.6;
    private static final int OFTEN = 3;
    private static final int LONG = 4;
    private static final int ROOM_FOR_A_SLIP = 5;
    private static final double SLIPS = 0.2;

    private final Sighting first;
    private final long firstMicros;
    private Sighting best;
    private long lastMicros;
    private int seen = 1;

    TextTrack(Sighting sighting, long micros) {
        first = sighting;
        best = sighting;
        firstMicros = micros;
        lastMicros = micros;
    }

    /** Whether a sighting shows this text, a slip of the recogniser allowed for. */
    boolean matches(Sighting sighting) {
        String mine = best.key();
        String its = sighting.key();
        if (mine.equals(its)) {
            return true;
        }
        int longer = Math.max(mine.length(), its.length());
        return longer >= ROOM_FOR_A_SLIP
                && digits(mine).equals(digits(its))
                && sighting.overlaps(best)
                && EditDistance.between(mine, its) <= SLIPS * longer;
    }

    private static String digits(String key) {
        return key.codePoints()
                .filter(Character::isDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    void add(Sighting sighting, long micros) {
        seen++;
        lastMicros = micros;
        if (sighting.confidence() > best.confidence()) {
            best = sighting;
        }
    }

    /** Shown on, by a frame that is the same where this text stands. */
    void extend(long micros) {
        seen++;
        lastMicros = micros;
    }

    long lastMicros() {
        return lastMicros;
    }

    /** Whether it was read surely once, or likely and alike often. */
    boolean believable() {
        return best.confidence() >= SURE
                || (best.confidence() >= LIKELY && seen >= OFTEN && best.key().length() >= LONG);
    }

    SeenText seenText() {
        return new SeenText(
                best.text(),
                Math.round(best.confidence() * 100) / 100.0,
                firstMicros,
                lastMicros,
                first.box());
    }
}
