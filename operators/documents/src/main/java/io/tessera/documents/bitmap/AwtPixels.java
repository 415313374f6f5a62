/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.bitmap;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferInt;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * Takes pixels out of an AWT image. Grey of any depth is scaled to 8 bits (16-bit by its upper
 * byte) and never run through a colour conversion, which would lighten it.
 *
 * <p>Transparency is laid over white, as every viewer shows it: a drawing in black on nothing stays
 * readable. Where that leaves an empty sheet, it is laid over black.
 */
public final class AwtPixels {
    private static final int WHITE = 255;

    /** Two copies of a larger picture in colour do not fit the heap of a worker. */
    private static final long HALVED_FROM_PIXELS = 24_000_000;

    private final BufferedImage image;
    private final int width;
    private final int height;

    private AwtPixels(BufferedImage image) {
        this.image = image;
        width = image.getWidth();
        height = image.getHeight();
    }

    public static Bitmap take(BufferedImage image) {
        return new AwtPixels(image).take();
    }

    private Bitmap take() {
        ColorModel model = image.getColorModel();
        if (image.getType() == BufferedImage.TYPE_INT_RGB) {
            return packed();
        }
        if (model instanceof IndexColorModel palette && !model.hasAlpha()) {
            return indexed(palette);
        }
        if (!model.hasAlpha()) {
            return isGrey(1) ? grey() : colours(WHITE, false);
        }
        Bitmap overWhite = isGrey(2) ? greyOver(WHITE) : colours(WHITE, true);
        if (!Ink.measure(overWhite).uniform()) {
            return overWhite;
        }
        return isGrey(2) ? greyOver(0) : colours(0, true);
    }

    private boolean isGrey(int bands) {
        int transfer = image.getRaster().getTransferType();
        return transfer != DataBuffer.TYPE_FLOAT
                && transfer != DataBuffer.TYPE_DOUBLE
                && image.getRaster().getNumBands() == bands
                && image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY;
    }

    private Bitmap packed() {
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        byte[] rgb = new byte[3 * width * height];
        for (int i = 0, at = 0; at < rgb.length; i++) {
            rgb[at++] = (byte) (pixels[i] >> 16);
            rgb[at++] = (byte) (pixels[i] >> 8);
            rgb[at++] = (byte) pixels[i];
        }
        return new Bitmap(width, height, 3, rgb);
    }

    private Bitmap indexed(IndexColorModel palette) {
        int[] colours = new int[palette.getMapSize()];
        palette.getRGBs(colours);
        boolean grey = true;
        for (int colour : colours) {
            grey &=
                    (colour & 0xff) == (colour >> 8 & 0xff)
                            && (colour & 0xff) == (colour >> 16 & 0xff);
        }
        int channels = grey ? 1 : 3;
        byte[] out = new byte[channels * width * height];
        int[] row = new int[width];
        for (int y = 0, at = 0; y < height; y++) {
            samples(0, y, row);
            for (int x = 0; x < width; x++) {
                int colour = colours[Math.min(row[x], colours.length - 1)];
                if (!grey) {
                    out[at++] = (byte) (colour >> 16);
                    out[at++] = (byte) (colour >> 8);
                }
                out[at++] = (byte) colour;
            }
        }
        return new Bitmap(width, height, channels, out);
    }

    private Bitmap grey() {
        int bits = image.getColorModel().getComponentSize(0);
        byte[] grey = new byte[width * height];
        int[] row = new int[width];
        for (int y = 0, at = 0; y < height; y++) {
            samples(0, y, row);
            for (int x = 0; x < width; x++) {
                grey[at++] = (byte) eightBits(row[x], bits);
            }
        }
        return new Bitmap(width, height, 1, grey);
    }

    private Bitmap greyOver(int ground) {
        int bits = image.getColorModel().getComponentSize(0);
        byte[] grey = new byte[width * height];
        int[] row = new int[width];
        int[] opacity = new int[width];
        for (int y = 0, at = 0; y < height; y++) {
            samples(0, y, row);
            samples(1, y, opacity);
            for (int x = 0; x < width; x++) {
                int opaque = eightBits(opacity[x], bits);
                grey[at++] = (byte) over(eightBits(row[x], bits), opaque, ground);
            }
        }
        return new Bitmap(width, height, 1, grey);
    }

    private void samples(int band, int y, int[] row) {
        Raster raster = image.getRaster();
        raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, band, row);
    }

    private static int eightBits(int sample, int bits) {
        if (bits == 8) {
            return sample;
        }
        return bits > 8 ? (sample & 0xffff) >> (bits - 8) : sample * 255 / ((1 << bits) - 1);
    }

    private Bitmap colours(int ground, boolean alpha) {
        return (long) width * height > HALVED_FROM_PIXELS
                ? colours(ground, alpha, 2)
                : colours(ground, alpha, 1);
    }

    /**
     * Each pixel is the mean of {@code step} x {@code step}; what is left over at edges is lost.
     */
    private Bitmap colours(int ground, boolean alpha, int step) {
        int across = width / step;
        int down = height / step;
        byte[] rgb = new byte[3 * across * down];
        int[] rows = new int[width * step];
        boolean coloured = false;
        for (int y = 0, at = 0; y < down; y++) {
            image.getRGB(0, y * step, width, step, rows, 0, width);
            for (int x = 0; x < across; x++, at += 3) {
                int red = 0;
                int green = 0;
                int blue = 0;
                for (int i = 0; i < step * step; i++) {
                    int pixel = rows[i / step * width + x * step + i % step];
                    int opaque = alpha ? pixel >>> 24 : 255;
                    red += over(pixel >> 16 & 0xff, opaque, ground);
                    green += over(pixel >> 8 & 0xff, opaque, ground);
                    blue += over(pixel & 0xff, opaque, ground);
                }
                rgb[at] = (byte) (red / (step * step));
                rgb[at + 1] = (byte) (green / (step * step));
                rgb[at + 2] = (byte) (blue / (step * step));
                coloured |= rgb[at] != rgb[at + 1] || rgb[at + 1] != rgb[at + 2];
            }
        }
        Bitmap picture = new Bitmap(across, down, 3, rgb);
        return coloured ? picture : picture.grey();
    }

    private static int over(int value, int opaque, int ground) {
        return (value * opaque + ground * (255 - opaque) + 127) / 255;
    }
}
