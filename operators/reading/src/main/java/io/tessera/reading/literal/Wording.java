/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.reading.literal;

import io.tessera.reading.gate.CleanText;
import java.util.List;
import java.util.Locale;

/** Numbers, lists and quotations as people write them. */
final class Wording {
    private static final int LONGEST_QUOTE = 80;
    private static final List<String> SMALL =
            List.of(
                    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
                    "ten", "eleven", "twelve");

    private Wording() {}

    /** A count with its noun: no shots, one shot, two shots ... 13 shots. */
    static String count(long number, String one, String many) {
        return number(number) + " " + (number == 1 ? one : many);
    }

    /** Small numbers in words, others in digits. */
    static String number(long number) {
        return number >= 0 && number < SMALL.size()
                ? SMALL.get((int) number)
                : String.format(Locale.ROOT, "%,d", number);
    }

    /** Joins with commas and a last "and". */
    static String list(List<String> parts) {
        int last = parts.size() - 1;
        return last < 1
                ? String.join("", parts)
                : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
    }

    /** The text in quotation marks on one line, shortened at a word if it is long. */
    static String quote(String text) {
        String line = CleanText.of(text).replaceAll("\\s+", " ").strip();
        if (line.codePointCount(0, line.length()) > LONGEST_QUOTE) {
            String head = line.substring(0, line.offsetByCodePoints(0, LONGEST_QUOTE));
            int space = head.lastIndexOf(' ');
            line = (space > LONGEST_QUOTE / 2 ? head.substring(0, space) : head) + "…";
        }
        return "“" + line + "”";
    }

    /** With a capital first letter. */
    static String sentence(String text) {
        int first = text.offsetByCodePoints(0, 1);
        return text.substring(0, first).toUpperCase(Locale.ROOT) + text.substring(first) + ".";
    }
}
