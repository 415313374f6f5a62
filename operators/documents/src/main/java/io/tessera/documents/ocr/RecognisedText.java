/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.ocr;

import java.util.List;

/**
 * What was recognised in a picture.
 *
 * @param words in reading order
 * @param turn clockwise degrees (0, 90, 180, 270) that would set the text lines upright, as layout
 *     analysis sees it. It notices text that runs up or down, never text that stands on its head
 * @param xHeight median height of a small letter in pixels; 0 without words
 */
public record RecognisedText(List<RecognisedWord> words, int turn, double xHeight) {
    public static final RecognisedText NONE = new RecognisedText(List.of(), 0, 0);

    public RecognisedText {
        words = List.copyOf(words);
    }

    /** Mean word confidence weighted by length, 0-1; 0 without words. */
    public double confidence() {
        double sum = 0;
        long letters = 0;
        for (RecognisedWord word : words) {
            sum += word.confidence() * word.text().length();
            letters += word.text().length();
        }
        return letters == 0 ? 0 : sum / letters;
    }

    /** Number of letters and digits. */
    public long letters() {
        return words.stream()
                .flatMapToInt(word -> word.text().codePoints())
                .filter(Character::isLetterOrDigit)
                .count();
    }

    /** The words as text: words apart by a space, lines by \n, paragraphs by an empty line. */
    public String text() {
        StringBuilder text = new StringBuilder();
        RecognisedWord before = null;
        for (RecognisedWord word : words) {
            if (before != null) {
                text.append(separator(before, word));
            }
            text.append(word.text());
            before = word;
        }
        return text.toString();
    }

    private static String separator(RecognisedWord before, RecognisedWord word) {
        if (word.paragraph() != before.paragraph()) {
            return "\n\n";
        }
        return word.line() != before.line() ? "\n" : " ";
    }
}
