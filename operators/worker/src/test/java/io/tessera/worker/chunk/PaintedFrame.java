/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker.chunk;

import io.tessera.video.frame.DecodedFrame;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;

/** A frame that was painted instead of decoded. */
public record PaintedFrame(long micros, boolean sampled, BufferedImage picture)
        implements DecodedFrame {
    @Override
    public boolean flagged() {
        return false;
    }

    @Override
    public int width() {
        return picture.getWidth();
    }

    @Override
    public int height() {
        return picture.getHeight();
    }

    @Override
    public void rgb(int width, int height, ByteBuffer target, int rowBytes) {
        BufferedImage scaled = scaled(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int rgb = scaled.getRGB(x, y);
                int at = target.position() + y * rowBytes + 3 * x;
                target.put(at, (byte) (rgb >> 16));
                target.put(at + 1, (byte) (rgb >> 8));
                target.put(at + 2, (byte) rgb);
            }
        }
    }

    @Override
    public void grey(int width, int height, ByteBuffer target) {
        BufferedImage scaled = scaled(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int rgb = scaled.getRGB(x, y);
                int luma = 77 * (rgb >> 16 & 255) + 150 * (rgb >> 8 & 255) + 29 * (rgb & 255);
                target.put(target.position() + y * width + x, (byte) (luma >> 8));
            }
        }
    }

    private BufferedImage scaled(int width, int height) {
        if (width == picture.getWidth() && height == picture.getHeight()) {
            return picture;
        }
        BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = scaled.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        return scaled;
    }
}
