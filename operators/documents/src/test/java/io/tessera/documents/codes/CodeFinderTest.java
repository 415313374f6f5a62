/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import io.tessera.v1.SeenCode;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CodeFinderTest {
    private static final int WIDTH = 800;
    private static final int HEIGHT = 600;

    private final byte[] grey = paper();

    private static byte[] paper() {
        byte[] paper = new byte[WIDTH * HEIGHT];
        Arrays.fill(paper, (byte) 255);
        return paper;
    }

    private void draw(BarcodeFormat format, String text, int x, int y, int width, int height)
            throws WriterException {
        BitMatrix matrix = new MultiFormatWriter().encode(text, format, width, height);
        for (int row = 0; row < matrix.getHeight(); row++) {
            for (int column = 0; column < matrix.getWidth(); column++) {
                grey[(y + row) * WIDTH + x + column] = (byte) (matrix.get(column, row) ? 0 : 255);
            }
        }
    }

    @Test
    void findsSeveralCodesFromTheTopDown() throws Exception {
        draw(BarcodeFormat.QR_CODE, "https://example.org/tessera", 40, 330, 220, 220);
        draw(BarcodeFormat.EAN_13, "4006381333931", 400, 60, 300, 100);

        List<SeenCode> codes = new CodeFinder().find(grey, WIDTH, HEIGHT);

        assertThat(codes).extracting(SeenCode::getFormat).containsExactly("EAN_13", "QR_CODE");
        assertThat(codes)
                .extracting(SeenCode::getText)
                .containsExactly("4006381333931", "https://example.org/tessera");
        assertThat(codes.get(1).getBox().getX()).isBetween(40.0, 120.0);
        assertThat(codes.get(1).getAtMicros()).isNull();
    }

    @Test
    void findsNothingOnPaperAndInNoise() {
        byte[] noise = new byte[WIDTH * HEIGHT];
        new Random(7).nextBytes(noise);

        assertThat(new CodeFinder().find(paper(), WIDTH, HEIGHT)).isEmpty();
        assertThat(new CodeFinder().find(noise, WIDTH, HEIGHT)).isEmpty();
        assertThat(new CodeFinder().find(new byte[9], 3, 3)).isEmpty();
    }

    @Test
    void refusesAPictureOfTooFewBytes() {
        assertThatThrownBy(() -> new CodeFinder().find(new byte[10], 100, 100))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
