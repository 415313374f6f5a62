/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.page;

import io.tessera.contract.failure.InputFailure;
import io.tessera.contract.input.Progress;
import io.tessera.documents.bitmap.Bitmap;
import io.tessera.documents.ocr.RecognisedText;
import io.tessera.documents.ocr.RecognisedWord;
import io.tessera.documents.ocr.TextLayout;
import io.tessera.documents.ocr.TextRecogniser;
import java.util.ArrayList;
import java.util.List;

/**
 * Recognises a page of any height: one taller than the engine reads well is cut into bands where a
 * row is emptiest, so that no line of text is cut.
 */
final class BandRecogniser {
    static final int TALLEST = 8000;

    private static final int SEARCH = 1000;
    private static final int DIFFERENCE = 64;

    private final TextRecogniser recogniser;

    BandRecogniser(TextRecogniser recogniser) {
        this.recogniser = recogniser;
    }

    RecognisedText recognise(Bitmap grey, int dpi, Progress progress) throws InputFailure {
        if (grey.height() <= TALLEST) {
            return read(grey, dpi, progress);
        }
        List<RecognisedWord> words = new ArrayList<>();
        int turn = 0;
        double xHeight = 0;
        for (int top = 0; top < grey.height(); ) {
            int bottom = cut(grey, top);
            RecognisedText band = read(grey.rows(top, bottom), dpi, progress);
            append(words, band.words(), top);
            turn = xHeight == 0 ? band.turn() : turn;
            xHeight = xHeight == 0 ? band.xHeight() : Math.min(xHeight, band.xHeight());
            top = bottom;
        }
        return new RecognisedText(words, turn, xHeight);
    }

    private RecognisedText read(Bitmap grey, int dpi, Progress progress) throws InputFailure {
        return recogniser.recognise(
                grey.buffer(), grey.width(), grey.height(), 1, dpi, TextLayout.PAGE, progress);
    }

    private static void append(List<RecognisedWord> words, List<RecognisedWord> band, int top) {
        RecognisedWord last = words.isEmpty() ? null : words.get(words.size() - 1);
        int line = last == null ? 0 : last.line() + 1;
        int paragraph = last == null ? 0 : last.paragraph() + 1;
        int block = last == null ? 0 : last.block() + 1;
        for (RecognisedWord word : band) {
            words.add(
                    new RecognisedWord(
                            word.text(),
                            word.confidence(),
                            word.x(),
                            word.y() + top,
                            word.width(),
                            word.height(),
                            word.line() + line,
                            word.paragraph() + paragraph,
                            word.block() + block));
        }
    }

    /** The row with the least change along it, in the last part of the band. */
    private static int cut(Bitmap grey, int top) {
        if (grey.height() - top <= TALLEST) {
            return grey.height();
        }
        int best = top + TALLEST;
        int least = Integer.MAX_VALUE;
        for (int row = top + TALLEST; row > top + TALLEST - SEARCH; row--) {
            int changes = 0;
            int start = row * grey.width();
            for (int x = 1; x < grey.width(); x++) {
                int step = (grey.bytes()[start + x] & 0xff) - (grey.bytes()[start + x - 1] & 0xff);
                changes += Math.abs(step) > DIFFERENCE ? 1 : 0;
            }
            if (changes < least) {
                least = changes;
                best = row;
            }
        }
        return best;
    }
}
