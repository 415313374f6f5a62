/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.page;

import io.tessera.contract.failure.InputFailure;
import io.tessera.contract.input.Progress;
import io.tessera.documents.bitmap.Bitmap;
import io.tessera.documents.bitmap.Ink;
import io.tessera.documents.ocr.Orientation;
import io.tessera.documents.ocr.RecognisedText;
import io.tessera.documents.ocr.RecognisedWord;
import io.tessera.documents.ocr.TextRecogniser;
import java.io.IOException;

/**
 * Renders a page, reads it, and finds which way up it stands. An upright page of fair print is read
 * once. One that reads badly is shown to the orientation model, and where that is not sure either
 * it is read the other ways up as well: the right one has by far the most letters that the engine
 * is sure of.
 */
final class Recognition {
    private static final double GOOD = 0.8;
    private static final double FAIR = 0.6;
    private static final double SURE_ORIENTATION = 5;
    private static final double BETTER = 1.2;

    private final BandRecogniser bands;
    private final TextRecogniser recogniser;
    private final SourcePage page;
    private final Resolution resolution;
    private final Progress progress;

    Recognition(
            TextRecogniser recogniser, SourcePage page, Resolution resolution, Progress progress) {
        this.recogniser = recogniser;
        this.bands = new BandRecogniser(recogniser);
        this.page = page;
        this.resolution = resolution;
        this.progress = progress;
    }

    PageScan read() throws InputFailure, IOException {
        double dpi = resolution.first();
        SourcePage.Rendering rendering = page.render(dpi, progress);
        if (Ink.measure(rendering.image()).uniform()) {
            return new PageScan(
                    rendering.image(),
                    RecognisedText.NONE,
                    0,
                    dpi,
                    rendering.inkExpected(),
                    rendering.missing());
        }
        Attempt best = upright(rendering.image().grey(), (int) Math.round(dpi));
        double again = resolution.second(dpi, best.text.xHeight());
        if (again > 0) {
            SourcePage.Rendering larger = page.render(again, progress);
            Attempt second =
                    attempt(
                            larger.image().grey().turned(best.turn),
                            best.turn,
                            (int) Math.round(again));
            if (second.score() >= best.score()) {
                best = second;
                rendering = larger;
                dpi = again;
            }
        }
        return new PageScan(
                rendering.image().turned(best.turn),
                best.text,
                best.turn,
                dpi,
                rendering.inkExpected(),
                rendering.missing());
    }

    private Attempt upright(Bitmap grey, int dpi) throws InputFailure {
        Attempt best = attempt(grey, 0, dpi);
        if (best.text.turn() != 0) {
            int turn = best.text.turn();
            best = best.better(attempt(grey.turned(turn), turn, dpi), 1);
        }
        if (best.text.confidence() >= GOOD && best.text.turn() == 0) {
            return best;
        }
        Orientation model =
                recogniser.orientation(grey.buffer(), grey.width(), grey.height(), 1, dpi);
        progress.tick();
        if (model.confidence() > 0 && model.turn() != best.turn) {
            best = best.better(attempt(grey.turned(model.turn()), model.turn(), dpi), BETTER);
        }
        boolean settled =
                best.text.confidence() >= FAIR
                        || (model.confidence() >= SURE_ORIENTATION && model.turn() == best.turn);
        for (int turn = 180;
                !settled && turn != 0;
                turn = turn == 180 ? 90 : turn == 90 ? 270 : 0) {
            if (turn != best.turn && turn != model.turn()) {
                best = best.better(attempt(grey.turned(turn), turn, dpi), BETTER);
                settled = best.text.confidence() >= GOOD;
            }
        }
        return best;
    }

    private Attempt attempt(Bitmap turned, int turn, int dpi) throws InputFailure {
        return new Attempt(turn, bands.recognise(turned, dpi, progress));
    }

    private record Attempt(int turn, RecognisedText text) {
        /** Letters that the engine is sure of. */
        double score() {
            double score = 0;
            for (RecognisedWord word : text.words()) {
                score += word.text().length() * Math.max(0, word.confidence() - 0.3);
            }
            return score;
        }

        Attempt better(Attempt other, double factor) {
            return other.score() > factor * score() ? other : this;
        }
    }
}
