/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker.chunk.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import io.tessera.contract.input.Progress;
import io.tessera.documents.ocr.TextRecogniser;
import io.tessera.v1.SeenCode;
import io.tessera.v1.SeenText;
import io.tessera.worker.chunk.PaintedFrame;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Random;
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
        assertThat(seen.getBox().getX()).isBetween(90.0, 110.0);
        assertThat(seen.getBox().getY()).isBetween(60.0, 90.0);
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
            BufferedImage leaves = picture(null);
            for (int n = 0; n < 3000; n++) {
                leaves.setRGB(random.nextInt(640), random.nextInt(360), random.nextInt(1 << 24));
            }
            text.accept(frame(i, leaves));
        }

        assertThat(text.texts()).isEmpty();
        assertThat(text.codes()).isEmpty();
    }

    @Test
    void takesATinyFrameForNothing() throws Exception {
        text.accept(frame(0, new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB)));

        assertThat(text.texts()).isEmpty();
    }

    private static TextRecogniser recogniser() {
        try {
            return TextRecogniser.forLanguage("eng", null);
        } catch (io.tessera.contract.failure.InputFailure e) {
            throw new AssertionError(e);
        }
    }

    private static PaintedFrame frame(int seconds, BufferedImage picture) {
        return new PaintedFrame(seconds * 1_000_000L, true, picture);
    }

    private static BufferedImage picture(String words) {
        BufferedImage picture = new BufferedImage(640, 360, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(new Color(0x204060));
        graphics.fillRect(0, 0, 640, 360);
        if (words != null) {
            graphics.setColor(Color.WHITE);
            graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 36));
            graphics.drawString(words, 100, 100);
        }
        graphics.dispose();
        return picture;
    }

    private static BufferedImage code(String content) throws WriterException {
        BitMatrix code = new QRCodeWriter().encode(content, BarcodeFormat.QR_CODE, 200, 200);
        BufferedImage picture = picture(null);
        for (int y = 0; y < 200; y++) {
            for (int x = 0; x < 200; x++) {
                picture.setRGB(200 + x, 80 + y, code.get(x, y) ? 0 : 0xFFFFFF);
            }
        }
        return picture;
    }
}
