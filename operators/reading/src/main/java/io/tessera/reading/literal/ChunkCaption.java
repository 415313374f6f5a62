/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.reading.literal;

import io.tessera.v1.ChunkFacts;
import io.tessera.v1.DecodeHealth;
import io.tessera.v1.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A caption of up to three sentences from the facts of a chunk - what the picture is, what moves
 * when, what can be read in it - and a remark that it was measured.
 */
final class ChunkCaption {
    private ChunkCaption() {}

    /** The caption of the chunk {@code [startMicros, endMicros)} of an input. */
    static String of(ChunkFacts facts, long startMicros, long endMicros) {
        Clock clock = new Clock(startMicros, endMicros);
        List<String> sentences = new ArrayList<>();
        if (blackThroughout(facts, clock)) {
            sentences.add("the picture is black " + clock.during(startMicros, endMicros));
        } else {
            sentences.add(PictureWords.of(facts, clock));
            sentences.add(MovementWords.of(facts, clock));
        }
        String legible = LegibleWords.of(facts, clock);
        if (!legible.isEmpty()) {
            sentences.add(legible);
        }
        return sentences.stream().map(Wording::sentence).collect(Collectors.joining(" "))
                + remark(facts.getHealth());
    }

    private static boolean blackThroughout(ChunkFacts facts, Clock clock) {
        if (facts.getBlack().size() != 1) {
            return false;
        }
        Span black = facts.getBlack().get(0);
        return clock.atStart(black.getStartMicros()) && clock.atEnd(black.getEndMicros());
    }

    private static String remark(DecodeHealth health) {
        StringBuilder remark = new StringBuilder(" (Measured, not generated");
        long lost = health.getFramesExpected() - health.getFramesDecoded();
        if (lost > 0) {
            remark.append("; ")
                    .append(Wording.number(lost))
                    .append(" of ")
                    .append(Wording.count(health.getFramesExpected(), "frame", "frames"))
                    .append(lost == 1 ? " is missing" : " are missing");
        }
        if (health.getFramesFlagged() > 0) {
            remark.append("; ")
                    .append(Wording.count(health.getFramesFlagged(), "frame is", "frames are"))
                    .append(" damaged");
        }
        return remark.append(".)").toString();
    }
}
