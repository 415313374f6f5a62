/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.reading.literal;

import io.tessera.v1.ChunkFacts;
import io.tessera.v1.Motion;
import io.tessera.v1.Span;
import java.util.List;

/** What moves and rests when, and when the picture is black or frozen. */
final class MovementWords {
    private static final int MOST_STRETCHES = 6;

    /** Both kinds of stretches are measured to a fifth of a second. */
    private static final long SLACK = 400_000;

    /**
     * Mean change of luma in 0.2 s below which movement is slight, and above which it is lively.
     */
    private static final double SLIGHT = 1.5;

    private static final double LIVELY = 8;

    private MovementWords() {}

    static String of(ChunkFacts facts, Clock clock) {
        List<Span> black = facts.getBlack();
        List<Span> frozen =
                facts.getFrozen().stream()
                        .filter(f -> black.stream().noneMatch(b -> covers(b, f)))
                        .toList();
        if (frozen.size() == 1 && covers(frozen.get(0), clock)) {
            return "the picture does not change at all "
                    + clock.during(clock.startMicros(), clock.endMicros());
        }
        StringBuilder words = new StringBuilder(movement(facts.getMotion(), clock));
        append(words, "is black", black, clock);
        append(words, "is frozen", frozen, clock);
        return words.toString();
    }

    /** Black frames do not change: to call them frozen as well says nothing. */
    private static boolean covers(Span black, Span frozen) {
        return black.getStartMicros() <= frozen.getStartMicros() + SLACK
                && black.getEndMicros() >= frozen.getEndMicros() - SLACK;
    }

    private static boolean covers(Span span, Clock clock) {
        return clock.atStart(span.getStartMicros()) && clock.atEnd(span.getEndMicros());
    }

    private static String movement(List<Motion> motion, Clock clock) {
        List<Motion> moving = motion.stream().filter(Motion::getMoving).toList();
        if (moving.isEmpty()) {
            return "nothing moves " + clock.during(clock.startMicros(), clock.endMicros());
        }
        if (moving.size() == motion.size()) {
            return "there is " + strength(moving) + "movement throughout";
        }
        if (moving.size() == 1) {
            return single(moving.get(0), clock);
        }
        if (moving.size() <= MOST_STRETCHES) {
            List<String> times = moving.stream().map(m -> during(m, clock)).toList();
            return "there is %smovement %s; otherwise the picture is still"
                    .formatted(strength(moving), Wording.list(times));
        }
        Motion longest = moving.get(0);
        long still = 0;
        for (Motion stretch : motion) {
            still += stretch.getMoving() ? 0 : length(stretch);
            longest = stretch.getMoving() && length(stretch) > length(longest) ? stretch : longest;
        }
        return "there is %smovement in %s, the longest %s; the picture is still for %s"
                .formatted(
                        strength(moving),
                        Wording.count(moving.size(), "stretch", "stretches"),
                        during(longest, clock),
                        Clock.length(still));
    }

    private static String single(Motion moving, Clock clock) {
        String strength = strength(List.of(moving));
        if (clock.atStart(moving.getStartMicros())) {
            return "there is %smovement until %s, then the picture is still"
                    .formatted(strength, clock.at(moving.getEndMicros()));
        }
        if (clock.atEnd(moving.getEndMicros())) {
            return "the picture is still until %s, then there is %smovement"
                    .formatted(clock.at(moving.getStartMicros()), strength);
        }
        return "there is %smovement %s; before and after, the picture is still"
                .formatted(strength, during(moving, clock));
    }

    private static String strength(List<Motion> moving) {
        double weighted = 0;
        double length = 0;
        for (Motion stretch : moving) {
            weighted += stretch.getAmount() * length(stretch);
            length += length(stretch);
        }
        double mean = length == 0 ? 0 : weighted / length;
        return mean < SLIGHT ? "slight " : mean >= LIVELY ? "lively " : "";
    }

    private static void append(StringBuilder words, String what, List<Span> spans, Clock clock) {
        if (spans.isEmpty()) {
            return;
        }
        List<String> times =
                spans.stream()
                        .limit(MOST_STRETCHES)
                        .map(s -> clock.during(s.getStartMicros(), s.getEndMicros()))
                        .toList();
        words.append("; it ").append(what).append(' ').append(Wording.list(times));
        int more = spans.size() - times.size();
        if (more > 0) {
            words.append(" and ").append(Wording.count(more, "more time", "more times"));
        }
    }

    private static String during(Motion stretch, Clock clock) {
        return clock.during(stretch.getStartMicros(), stretch.getEndMicros());
    }

    private static long length(Motion stretch) {
        return stretch.getEndMicros() - stretch.getStartMicros();
    }
}
