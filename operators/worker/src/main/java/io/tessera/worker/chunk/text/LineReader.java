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
import java.util.Collection;
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
        return joined(lines.values()).stream()
                .map(words -> line(words, area, picture.scale()))
                .filter(Sighting::plausible)
                .toList();
    }

    /** Scattered text comes in pieces: pieces that stand close together in one row are a line. */
    private static List<List<RecognisedWord>> joined(Collection<List<RecognisedWord>> pieces) {
        List<List<RecognisedWord>> lines = new ArrayList<>();
        for (List<RecognisedWord> piece : pieces) {
            RecognisedWord first = piece.get(0);
            List<RecognisedWord> line =
                    lines.stream()
                            .filter(l -> follows(l.get(l.size() - 1), first))
                            .findFirst()
                            .orElse(null);
            if (line == null) {
                lines.add(new ArrayList<>(piece));
            } else {
                line.addAll(piece);
            }
        }
        return lines;
    }

    private static boolean follows(RecognisedWord word, RecognisedWord next) {
        int height = Math.min(word.height(), next.height());
        int common =
                Math.min(word.y() + word.height(), next.y() + next.height())
                        - Math.max(word.y(), next.y());
        int gap = next.x() - (word.x() + word.width());
        return 2 * common >= height && gap >= 0 && gap <= 2 * height;
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
