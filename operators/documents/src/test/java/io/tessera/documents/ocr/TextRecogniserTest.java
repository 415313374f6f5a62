/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.ocr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tessera.contract.failure.InputFailure;
import io.tessera.contract.input.Progress;
import io.tessera.v1.InputState;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TextRecogniserTest {
    private static BufferedImage drawn(String... lines) {
        BufferedImage image = new BufferedImage(900, 420, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 900, 420);
        graphics.setColor(Color.BLACK);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 36));
        for (int i = 0; i < lines.length; i++) {
            graphics.drawString(lines[i], 40, 80 + 60 * i);
        }
        graphics.dispose();
        return image;
    }

    private static ByteBuffer pixels(BufferedImage image) {
        return ByteBuffer.wrap(((DataBufferByte) image.getRaster().getDataBuffer()).getData());
    }

    private static RecognisedText read(BufferedImage image, TextLayout layout, Progress progress)
            throws InputFailure {
        return TextRecogniser.forLanguage("eng", null)
                .recognise(
                        pixels(image),
                        image.getWidth(),
                        image.getHeight(),
                        1,
                        200,
                        layout,
                        progress);
    }

    @Test
    void readsWordsWithBoxesLinesAndConfidence() throws Exception {
        AtomicInteger ticks = new AtomicInteger();

        RecognisedText seen =
                read(
                        drawn("The quick brown fox", "jumps over the lazy dog"),
                        TextLayout.PAGE,
                        ticks::incrementAndGet);

        assertThat(seen.text()).isEqualTo("The quick brown fox\njumps over the lazy dog");
        assertThat(seen.confidence()).isGreaterThan(0.8);
        assertThat(seen.turn()).isZero();
        assertThat(seen.xHeight()).isBetween(14.0, 26.0);
        RecognisedWord fox = seen.words().get(3);
        assertThat(fox.line()).isZero();
        assertThat(fox.x()).isGreaterThan(300);
        assertThat(fox.y()).isBetween(45, 60);
        assertThat(ticks.get()).isGreaterThan(2);
    }

    @Test
    void findsScatteredWordsInASparsePicture() throws Exception {
        RecognisedText seen = read(drawn("GATE 12", "", "", "CLOSED"), TextLayout.SPARSE, () -> {});

        assertThat(seen.text()).contains("GATE").contains("12").contains("CLOSED");
    }

    @Test
    void readsNothingFromAnEmptyPicture() throws Exception {
        assertThat(read(drawn(), TextLayout.PAGE, () -> {}).words()).isEmpty();
    }

    @Test
    void givesEqualWordsForEqualPicturesWhateverCameBetween() throws Exception {
        BufferedImage first = drawn("Invoice 2041", "Total 18.40 EUR");

        RecognisedText before = read(first, TextLayout.PAGE, () -> {});
        read(drawn("Something else", "altogether"), TextLayout.PAGE, () -> {});

        assertThat(read(first, TextLayout.PAGE, () -> {})).isEqualTo(before);
    }

    @Test
    void refusesALanguageWithoutTrainedData() {
        assertThatThrownBy(() -> TextRecogniser.forLanguage("xyz", null))
                .isInstanceOfSatisfying(
                        InputFailure.class,
                        failure -> assertThat(failure.state()).isEqualTo(InputState.UNSUPPORTED))
                .hasMessageContaining("xyz");
        assertThatThrownBy(() -> TextRecogniser.forLanguage("../eng", null))
                .isInstanceOf(InputFailure.class);
    }

    @Test
    void refusesAPictureThatTheEngineWouldSilentlyReadAsEmpty() throws Exception {
        TextRecogniser recogniser = TextRecogniser.forLanguage("eng", null);

        assertThatThrownBy(
                        () ->
                                recogniser.recognise(
                                        ByteBuffer.allocate(40000),
                                        1,
                                        40000,
                                        1,
                                        200,
                                        TextLayout.PAGE,
                                        () -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("40000");
    }
}
