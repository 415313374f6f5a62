/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker.chunk.text;

import io.tessera.contract.failure.InputFailure;
import io.tessera.contract.input.Progress;
import io.tessera.documents.ocr.RecognisedText;
import io.tessera.documents.ocr.RecognisedWord;
import io.tessera.documents.ocr.TextLayout;
import io.tessera.documents.ocr.TextRecogniser;
import io.tessera.v1.Box;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the lines of a part of a picture. */
final class LineReader {
    /** Frames have no resolution; the recogniser wants one. */
    private static final int DPI = 70;

    private static final double LEAST_CONFIDENCE = 0.5;

    private final TextRecogniser recogniser;

    LineReader(TextRecogniser recogniser) {
        this.recogniser = recogniser;
    }

    /** Plausible lines, in reading order. */
    List<Sighting> read(GreyPicture picture, StrokeField.Area area, Progress progress)
            throws InputFailure {
        GreyPicture part = picture.crop(area.x(), area.y(), area.width(), area.height());
        RecognisedText seen =
                recogniser.recognise(
                        part.pixels(),
                        part.width(),
                        part.height(),
                        1,
                        DPI,
                        TextLayout.SPARSE,
                        progress);
        progress.tick();
        Map<Integer, List<RecognisedWord>> lines = new TreeMap<>();
        for (RecognisedWord word : seen.words()) {
            boolean sign = word.text().codePoints().anyMatch(Character::isLetterOrDigit);
            if (sign && word.confidence() >= LEAST_CONFIDENCE) {
                lines.computeIfAbsent(word.line(), line -> new ArrayList<>()).add(word);
            }
        }
        return lines.values().stream()
                .map(words -> line(words, area, picture.scale()))
                .filter(Sighting::plausible)
                .toList();
    }

    private static Sighting line(List<RecognisedWord> words, StrokeField.Area area, double scale) {
        StringBuilder text = new StringBuilder();
        double confidence = 0;
        int letters = 0;
        int left = Integer.MAX_VALUE;
        int top = Integer.MAX_VALUE;
        int right = 0;
        int bottom = 0;
        for (RecognisedWord word : words) {
            text.append(text.isEmpty() ? "" : " ").append(word.text());
            confidence += word.confidence() * word.text().length();
            letters += word.text().length();
            left = Math.min(left, word.x());
            top = Math.min(top, word.y());
            right = Math.max(right, word.x() + word.width());
            bottom = Math.max(bottom, word.y() + word.height());
        }
        Box box =
                new Box(
                        round((area.x() + left) / scale),
                        round((area.y() + top) / scale),
                        round((right - left) / scale),
                        round((bottom - top) / scale));
        return new Sighting(text.toString(), confidence / letters, box);
    }

    private static double round(double pixels) {
        return Math.round(pixels * 100) / 100.0;
    }
}
