/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker.chunk.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.tessera.contract.input.Progress;
import io.tessera.documents.ocr.TextRecogniser;
import io.tessera.imaging.Box;
import io.tessera.imaging.RgbImage;
import io.tessera.v1.SeenCode;
import io.tessera.v1.SeenText;
import io.tessera.worker.chunk.PaintedFrame;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScreenTextTest {
    private final TextRecogniser recogniser = recogniser();
    private final ScreenText text = new ScreenText(recogniser, Progress.NONE);

    @Test
    void readsTextWithItsTimesAndItsPlace() throws Exception {
        text.accept(frame(0, picture(null)));
        text.accept(frame(2, picture("Departures")));
        text.accept(frame(4, picture("Departures")));
        text.accept(frame(6, picture("Departures")));
        text.accept(frame(8, picture("Arrivals")));
        text.accept(frame(10, picture(null)));

        assertThat(text.texts())
                .extracting(SeenText::getText)
                .containsExactly("Departures", "Arrivals");
        SeenText seen = text.texts().get(0);
        assertThat(seen.getStartMicros()).isEqualTo(2_000_000);
        assertThat(seen.getEndMicros()).isEqualTo(6_000_000);
        assertThat(seen.getConfidence()).isGreaterThan(0.8);
        assertThat(seen.getBox().getX()).isBetween(85.0, 115.0);
        assertThat(seen.getBox().getY()).isBetween(75.0, 115.0);
    }

    @Test
    void findsACodeOnceWithTheFirstFrameThatShowsIt() throws Exception {
        text.accept(frame(1, code("https://example.org/gate")));
        text.accept(frame(3, code("https://example.org/gate")));

        assertThat(text.codes())
                .extracting(SeenCode::getFormat, SeenCode::getText, SeenCode::getAtMicros)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "QR_CODE", "https://example.org/gate", 1_000_000L));
    }

    @Test
    void readsNothingFromTexture() throws Exception {
        Random random = new Random(11);
        for (int i = 0; i < 6; i++) {
            RgbImage leaves = picture(null);
            for (int n = 0; n < 3000; n++) {
                Box leaf = new Box(random.nextInt(360), random.nextInt(180), 1, 1);
                leaves.fill(leaf, random.nextInt(1 << 24));
            }
            text.accept(frame(i, leaves));
        }

        assertThat(text.texts()).isEmpty();
        assertThat(text.codes()).isEmpty();
    }

    @Test
    void takesATinyFrameForNothing() throws Exception {
        text.accept(frame(0, PaintedFrame.plain(8, 8, 0)));

        assertThat(text.texts()).isEmpty();
    }

    private static TextRecogniser recogniser() {
        try {
            return TextRecogniser.forLanguage("eng", null);
        } catch (io.tessera.contract.failure.InputFailure e) {
            throw new AssertionError(e);
        }
    }

    private static PaintedFrame frame(int seconds, RgbImage picture) {
        return new PaintedFrame(seconds * 1_000_000L, true, picture);
    }

    private static RgbImage picture(@Nullable String words) {
        RgbImage picture = PaintedFrame.plain(360, 180, 0x204060);
        if (words != null) {
            PaintedFrame.write(picture, 100, 80, words);
        }
        return picture;
    }

    private static RgbImage code(String content) {
        RgbImage picture = picture(null);
        PaintedFrame.code(picture, 100, 20, 140, content);
        return picture;
    }
}
