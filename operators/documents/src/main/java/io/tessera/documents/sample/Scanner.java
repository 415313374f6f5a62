/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.sample;

import io.tessera.documents.bitmap.AwtPixels;
import io.tessera.documents.bitmap.Bitmap;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Makes pages look scanned: grey, a little askew, off-white and noisy. */
final class Scanner {
    private static final double SKEW_DEGREES = 0.6;
    private static final int PAPER = 246;
    private static final int NOISE = 5;

    private Scanner() {}

    static List<Bitmap> render(byte[] pdf, int dpi) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer renderer = new PDFRenderer(document);
            List<Bitmap> pages = new ArrayList<>();
            for (int i = 0; i < document.getNumberOfPages(); i++) {
                pages.add(AwtPixels.take(renderer.renderImageWithDPI(i, dpi, ImageType.GRAY)));
            }
            return pages;
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
    }

    static Bitmap scan(Bitmap page, int seed) {
        byte[] grey = skewed(page, seed % 2 == 0 ? SKEW_DEGREES : -SKEW_DEGREES);
        Random random = new Random(seed);
        for (int i = 0; i < grey.length; i++) {
            double tone = (grey[i] & 0xff) * PAPER / 255.0 + random.nextGaussian() * NOISE;
            grey[i] = (byte) Math.max(0, Math.min(255, Math.round(tone)));
        }
        return new Bitmap(page.width(), page.height(), 1, grey);
    }

    private static byte[] skewed(Bitmap page, double degrees) {
        BufferedImage flat = awt(page.width(), page.height());
        byte[] pixels = ((DataBufferByte) flat.getRaster().getDataBuffer()).getData();
        System.arraycopy(page.bytes(), 0, pixels, 0, pixels.length);
        BufferedImage askew = awt(page.width(), page.height());
        Graphics2D graphics = askew.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, page.width(), page.height());
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.rotate(Math.toRadians(degrees), page.width() / 2.0, page.height() / 2.0);
        graphics.drawImage(flat, 0, 0, null);
        graphics.dispose();
        return ((DataBufferByte) askew.getRaster().getDataBuffer()).getData();
    }

    private static BufferedImage awt(int width, int height) {
        return new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    }
}
