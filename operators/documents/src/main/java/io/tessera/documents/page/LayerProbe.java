/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.page;

import io.tessera.contract.failure.InputFailure;
import io.tessera.contract.input.Progress;
import io.tessera.documents.bitmap.Bitmap;
import io.tessera.documents.ocr.RecognisedText;
import io.tessera.documents.ocr.TextLayout;
import io.tessera.documents.ocr.TextRecogniser;
import io.tessera.v1.Box;
import io.tessera.v1.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Tells whether invisible text under a scan is what the scan shows, by recognising the strip of the
 * page with the most of it: a good layer saves recognising the rest.
 */
final class LayerProbe {
    private static final double STRIP = 0.15;
    private static final double STEP = 0.05;
    private static final double LEAST_AGREEMENT = 0.6;
    private static final int LEAST_LETTERS = 3;

    private final TextRecogniser recogniser;
    private final Progress progress;

    LayerProbe(TextRecogniser recogniser, Progress progress) {
        this.recogniser = recogniser;
        this.progress = progress;
    }

    /**
     * Whether enough words agree.
     *
     * @param image of the upright page
     * @param height of the upright page in points
     */
    boolean agrees(TextLayer layer, Bitmap image, double height, double dpi) throws InputFailure {
        double top = densest(layer.words(), height);
        int from = (int) Math.min(image.height() - 1.0, Math.max(0, top * dpi / 72));
        int to = (int) Math.min(image.height(), from + Math.ceil(STRIP * image.height()));
        Bitmap strip = image.rows(from, Math.max(from + 1, to)).grey();
        RecognisedText seen =
                recogniser.recognise(
                        strip.buffer(),
                        strip.width(),
                        strip.height(),
                        1,
                        (int) Math.round(dpi),
                        TextLayout.PAGE,
                        progress);
        List<String> read = new ArrayList<>();
        seen.words().forEach(word -> read.add(word.text()));
        List<String> laid = new ArrayList<>();
        for (Word word : layer.words()) {
            double middle = middle(word.getBox());
            if (middle >= top && middle <= top + STRIP * height) {
                laid.add(word.getText());
            }
        }
        return agreement(read, laid) >= LEAST_AGREEMENT;
    }

    private static double middle(Box box) {
        return box.getY() + box.getHeight() / 2;
    }

    private static double densest(List<Word> words, double height) {
        double best = 0;
        long most = -1;
        for (double share = 0; share <= 1 - STRIP; share += STEP) {
            double top = share * height;
            long letters =
                    words.stream()
                            .filter(word -> middle(word.getBox()) >= top)
                            .filter(word -> middle(word.getBox()) <= top + STRIP * height)
                            .mapToLong(word -> word.getText().length())
                            .sum();
            if (letters > most) {
                most = letters;
                best = top;
            }
        }
        return best;
    }

    /** Share of words in common (F1), case and marks aside. */
    static double agreement(List<String> read, List<String> laid) {
        Map<String, Integer> bag = new HashMap<>();
        int readWords = 0;
        for (String word : read) {
            String plain = plain(word);
            if (plain.length() >= LEAST_LETTERS) {
                bag.merge(plain, 1, Integer::sum);
                readWords++;
            }
        }
        int laidWords = 0;
        int common = 0;
        for (String word : laid) {
            String plain = plain(word);
            if (plain.length() >= LEAST_LETTERS) {
                laidWords++;
                int left = bag.getOrDefault(plain, 0);
                common += left > 0 ? 1 : 0;
                bag.put(plain, left - 1);
            }
        }
        return readWords + laidWords == 0 ? 0 : 2.0 * common / (readWords + laidWords);
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
