/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker.samples;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import io.tessera.imaging.Box;
import io.tessera.imaging.RgbImage;
import io.tessera.imaging.composite.LabelFont;
import java.nio.ByteBuffer;

/**
 * A picture to draw simple things on. What lies outside is cut off. No font, toolkit or file of the
 * machine is used, so that equal calls give equal pixels.
 */
final class Canvas {
    private static final int TEXT_PIXELS = 40;

    private final int width;
    private final int height;
    private final ByteBuffer pixels;
    private final RgbImage picture;
    private final LabelFont font = LabelFont.ofSize(TEXT_PIXELS);

    Canvas(int width, int height) {
        this.width = width;
        this.height = height;
        pixels = ByteBuffer.allocateDirect(RgbImage.byteCount(width, height));
        picture = RgbImage.of(width, height, pixels);
    }

    /** The pixels, 3 bytes each; they change with the next thing that is drawn. */
    ByteBuffer rgb() {
        return pixels.duplicate();
    }

    /** Fills all of it from one colour at the top to another at the bottom. */
    void fade(int top, int bottom) {
        for (int y = 0; y < height; y++) {
            int rgb = 0;
            for (int shift = 16; shift >= 0; shift -= 8) {
                int above = top >> shift & 255;
                int below = bottom >> shift & 255;
                rgb |= (above + (below - above) * y / height) << shift;
            }
            row(0, width, y, rgb);
        }
    }

    void box(int x, int y, int boxWidth, int boxHeight, int rgb) {
        for (int row = y; row < y + boxHeight; row++) {
            row(x, x + boxWidth, row, rgb);
        }
    }

    void disc(int x, int y, int radius, int rgb) {
        for (int dy = -radius; dy <= radius; dy++) {
            int half = (int) Math.sqrt((double) radius * radius - (double) dy * dy);
            row(x - half, x + half + 1, y + dy, rgb);
        }
    }

    /** Letters with their upper left corner at x, y. */
    void text(int x, int y, String text, int rgb) {
        font.draw(picture, new Box(0, 0, width, height), x, y, text, rgb);
    }

    /** A QR code with its quiet zone in a square of {@code size} pixels. */
    void code(int x, int y, int size, String text) {
        try {
            BitMatrix code = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, size, size);
            for (int row = 0; row < code.getHeight(); row++) {
                for (int column = 0; column < code.getWidth(); column++) {
                    row(
                            x + column,
                            x + column + 1,
                            y + row,
                            code.get(column, row) ? 0x000000 : 0xffffff);
                }
            }
        } catch (WriterException e) {
            throw new IllegalStateException("a code cannot hold " + text, e);
        }
    }

    private void row(int from, int to, int y, int rgb) {
        if (y < 0 || y >= height) {
            return;
        }
        for (int x = Math.max(0, from); x < Math.min(width, to); x++) {
            int at = 3 * (y * width + x);
            pixels.put(at, (byte) (rgb >> 16));
            pixels.put(at + 1, (byte) (rgb >> 8));
            pixels.put(at + 2, (byte) rgb);
        }
    }
}
