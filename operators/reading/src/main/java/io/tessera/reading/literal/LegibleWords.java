/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.reading.literal;

import io.tessera.v1.ChunkFacts;
import io.tessera.v1.SeenCode;
import io.tessera.v1.SeenText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Texts and codes that can be read in the picture, with their times; empty where there are none.
 */
final class LegibleWords {
    private static final int MOST_TEXTS = 4;
    private static final int MOST_CODES = 3;

    private LegibleWords() {}

    static String of(ChunkFacts facts, Clock clock) {
        List<String> parts = new ArrayList<>();
        List<SeenText> texts = facts.getText();
        if (!texts.isEmpty()) {
            List<String> quotes =
                    new ArrayList<>(
                            texts.stream().limit(MOST_TEXTS).map(t -> text(t, clock)).toList());
            if (texts.size() > MOST_TEXTS) {
                quotes.add(Wording.count(texts.size() - MOST_TEXTS, "more text", "more texts"));
            }
            parts.add("on screen one can read " + Wording.list(quotes));
        }
        List<SeenCode> codes = facts.getCodes();
        if (!codes.isEmpty()) {
            List<String> named =
                    new ArrayList<>(
                            codes.stream().limit(MOST_CODES).map(c -> code(c, clock)).toList());
            if (codes.size() > MOST_CODES) {
                named.add(Wording.count(codes.size() - MOST_CODES, "more code", "more codes"));
            }
            parts.add("there is " + Wording.list(named));
        }
        return String.join("; ", parts);
    }

    private static String text(SeenText text, Clock clock) {
        return Wording.quote(text.getText())
                + " "
                + clock.during(text.getStartMicros(), text.getEndMicros());
    }

    private static String code(SeenCode code, Clock clock) {
        String at = code.getAtMicros() == null ? "" : " at " + clock.at(code.getAtMicros());
        return kind(code.getFormat()) + at + " that says " + Wording.quote(code.getText());
    }

    /** QR_CODE reads as "a QR code", EAN_13 as "an EAN-13 bar code". */
    private static String kind(String format) {
        return switch (format) {
            case "QR_CODE" -> "a QR code";
            case "AZTEC" -> "an Aztec code";
            case "DATA_MATRIX" -> "a Data Matrix code";
            case "PDF_417" -> "a PDF417 code";
            default -> {
                String name = format.toUpperCase(Locale.ROOT).replace('_', '-');
                yield (name.matches("[AEI].*") ? "an " : "a ") + name + " bar code";
            }
        };
    }
}
