/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.ocr;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.tesseract.ResultIterator;
import org.bytedeco.tesseract.global.tesseract;

/** Collects the words behind a native result. */
final class WordWalk {
    private static final int BLOCK = 0;
    private static final int PARAGRAPH = 1;
    private static final int LINE = 2;
    private static final int WORD = 3;

    private final List<RecognisedWord> words = new ArrayList<>();
    private final List<Double> xHeights = new ArrayList<>();
    private final int[] lettersByOrientation = new int[4];
    private int block = -1;
    private int paragraph = -1;
    private int line = -1;

    private WordWalk() {}

    static RecognisedText collect(ResultIterator iterator) {
        WordWalk walk = new WordWalk();
        do {
            walk.visit(iterator);
        } while (iterator.Next(WORD));
        return new RecognisedText(walk.words, walk.turn(), walk.xHeight());
    }

    private void visit(ResultIterator at) {
        if (at.Empty(WORD)) {
            return;
        }
        boolean newBlock = at.IsAtBeginningOf(BLOCK) || block < 0;
        boolean newParagraph = newBlock || at.IsAtBeginningOf(PARAGRAPH);
        boolean newLine = newParagraph || at.IsAtBeginningOf(LINE);
        block += newBlock ? 1 : 0;
        paragraph += newParagraph ? 1 : 0;
        line += newLine ? 1 : 0;
        String text = text(at);
        int[] left = new int[1];
        int[] top = new int[1];
        int[] right = new int[1];
        int[] bottom = new int[1];
        if (text.isEmpty() || !at.BoundingBox(WORD, left, top, right, bottom)) {
            return;
        }
        if (newLine) {
            noteXHeight(at);
        }
        lettersByOrientation[orientation(at)] += text.length();
        words.add(
                new RecognisedWord(
                        text,
                        Math.round(Math.min(100, Math.max(0, at.Confidence(WORD)))) / 100.0,
                        left[0],
                        top[0],
                        right[0] - left[0],
                        bottom[0] - top[0],
                        line,
                        paragraph,
                        block));
    }

    private static String text(ResultIterator at) {
        try (BytePointer bytes = at.GetUTF8Text(WORD)) {
            if (bytes == null) {
                return "";
            }
            try {
                return bytes.getString(StandardCharsets.UTF_8).strip();
            } finally {
                tesseract.TessDeleteText(bytes);
            }
        }
    }

    private void noteXHeight(ResultIterator at) {
        float[] row = new float[1];
        float[] descenders = new float[1];
        float[] ascenders = new float[1];
        at.RowAttributes(row, descenders, ascenders);
        double xHeight = row[0] - ascenders[0] + descenders[0];
        if (xHeight > 0) {
            xHeights.add(xHeight);
        }
    }

    private static int orientation(ResultIterator at) {
        int[] orientation = new int[1];
        at.Orientation(orientation, new int[1], new int[1], new float[1]);
        return orientation[0] & 3;
    }

    /** The engine says where the top of the text points: up, right, down, left. */
    private int turn() {
        int most = 0;
        for (int i = 1; i < 4; i++) {
            most = lettersByOrientation[i] > lettersByOrientation[most] ? i : most;
        }
        return (4 - most) % 4 * 90;
    }

    private double xHeight() {
        double[] sorted = xHeights.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }
}
