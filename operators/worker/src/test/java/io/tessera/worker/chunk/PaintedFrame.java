/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker.chunk;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import io.tessera.imaging.Box;
import io.tessera.imaging.RgbImage;
import io.tessera.imaging.composite.LabelFont;
import io.tessera.video.frame.DecodedFrame;
import java.nio.ByteBuffer;

/** A frame that was painted instead of decoded, with the font that the product ships. */
public record PaintedFrame(long micros, boolean sampled, RgbImage picture) implements DecodedFrame {
    /** A picture of one colour. */
    public static RgbImage plain(int width, int height, int rgb) {
        RgbImage picture = RgbImage.allocateDirect(width, height);
        picture.fill(rgb);
        return picture;
    }

    /** Writes large white letters. */
    public static void write(RgbImage picture, int x, int y, String text) {
        Box all = new Box(0, 0, picture.width(), picture.height());
        LabelFont.ofSize(1000).draw(picture, all, x, y, text, 0xFFFFFF);
    }

    /** Paints a QR code with its quiet zone. */
    public static void code(RgbImage picture, int x, int y, int side, String content) {
        try {
            BitMatrix code = new QRCodeWriter().encode(content, BarcodeFormat.QR_CODE, side, side);
            for (int row = 0; row < side; row++) {
                for (int column = 0; column < side; column++) {
                    int rgb = code.get(column, row) ? 0 : 0xFFFFFF;
                    picture.fill(new Box(x + column, y + row, 1, 1), rgb);
                }
            }
        } catch (WriterException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public boolean flagged() {
        return false;
    }

    @Override
    public int width() {
        return picture.width();
    }

    @Override
    public int height() {
        return picture.height();
    }

    @Override
    public void rgb(int width, int height, ByteBuffer target, int rowBytes) {
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int at = target.position() + y * rowBytes + 3 * x;
                target.put(at, (byte) channel(x, y, width, height, 16));
                target.put(at + 1, (byte) channel(x, y, width, height, 8));
                target.put(at + 2, (byte) channel(x, y, width, height, 0));
            }
        }
    }

    @Override
    public void grey(int width, int height, ByteBuffer target) {
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int luma =
                        77 * channel(x, y, width, height, 16)
                                + 150 * channel(x, y, width, height, 8)
                                + 29 * channel(x, y, width, height, 0);
                target.put(target.position() + y * width + x, (byte) (luma >> 8));
            }
        }
    }

    /** One channel of a pixel of this picture scaled bilinearly. */
    private int channel(int x, int y, int width, int height, int shift) {
        double fromX = (x + 0.5) * picture.width() / width - 0.5;
        double fromY = (y + 0.5) * picture.height() / height - 0.5;
        int left = (int) Math.floor(fromX);
        int top = (int) Math.floor(fromY);
        double right = fromX - left;
        double bottom = fromY - top;
        double above = (1 - right) * at(left, top, shift) + right * at(left + 1, top, shift);
        double below =
                (1 - right) * at(left, top + 1, shift) + right * at(left + 1, top + 1, shift);
        return (int) Math.rint((1 - bottom) * above + bottom * below);
    }

    private int at(int x, int y, int shift) {
        int column = Math.max(0, Math.min(picture.width() - 1, x));
        int row = Math.max(0, Math.min(picture.height() - 1, y));
        return picture.rgb(column, row) >> shift & 255;
    }
}
