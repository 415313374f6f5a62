/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.verify;

import io.tessera.imaging.RgbImage;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Decodes a picture to the RGB bytes that Pillow's {@code convert("RGB")} gives: alpha is dropped,
 * 16-bit grey is cut at 255 (so nearly white), 16-bit colour keeps its high byte, an inverted CMYK
 * JPEG is taken without its black, and no EXIF orientation is applied.
 *
 * <p>Recorded cases are pixels as the authors' code read them; a person's file is decoded
 * elsewhere, upright. The file is trusted: this runs in the process that asks.
 */
final class PictureFile {
    private PictureFile() {}

    static RgbImage read(Path file) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            if (in == null) {
                throw new IOException(file + " cannot be read");
            }
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            while (readers.hasNext()) {
                ImageReader reader = readers.next();
                try {
                    reader.setInput(in);
                    return decode(reader);
                } finally {
                    reader.dispose();
                }
            }
        }
        throw new IOException(file.getFileName() + " is of no format that can be read here");
    }

    private static RgbImage decode(ImageReader reader) throws IOException {
        boolean jpeg = "JPEG".equalsIgnoreCase(reader.getFormatName());
        if (jpeg && !reader.getImageTypes(0).hasNext()) {
            return ofRaster(reader.readRaster(0, null), true);
        }
        if (jpeg && reader.getRawImageType(0) == null && reader.canReadRaster()) {
            Raster raster = reader.readRaster(0, null);
            if (raster.getNumBands() == 4) {
                return ofRaster(raster, true);
            }
        }
        BufferedImage image = reader.read(0);
        if (image.getColorModel() instanceof IndexColorModel palette) {
            return ofPalette(image.getRaster(), palette);
        }
        if (image.getRaster().getNumBands() <= 2 || image.getSampleModel().getSampleSize(0) == 16) {
            return ofRaster(image.getRaster(), false);
        }
        return ofColours(image);
    }

    private static RgbImage ofColours(BufferedImage image) {
        int width = image.getWidth();
        RgbImage result = RgbImage.allocate(width, image.getHeight());
        int[] argb = new int[width];
        byte[] row = new byte[3 * width];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, argb, 0, width);
            for (int x = 0; x < width; x++) {
                put(row, x, argb[x] >> 16, argb[x] >> 8, argb[x]);
            }
            result.putRow(0, y, width, row, 0);
        }
        return result;
    }

    private static RgbImage ofPalette(Raster raster, IndexColorModel palette) {
        int width = raster.getWidth();
        RgbImage result = RgbImage.allocate(width, raster.getHeight());
        int[] samples = new int[width];
        byte[] row = new byte[3 * width];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, 0, samples);
            for (int x = 0; x < width; x++) {
                int colour = palette.getRGB(samples[x]);
                put(row, x, colour >> 16, colour >> 8, colour);
            }
            result.putRow(0, y, width, row, 0);
        }
        return result;
    }

    /** Grey with or without alpha, 16-bit samples, and the four inks of a JPEG. */
    private static RgbImage ofRaster(Raster raster, boolean inks) {
        int width = raster.getWidth();
        int bands = raster.getNumBands();
        boolean wide = raster.getSampleModel().getSampleSize(0) == 16;
        RgbImage result = RgbImage.allocate(width, raster.getHeight());
        int[] samples = new int[bands * width];
        byte[] row = new byte[3 * width];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, samples);
            if (wide) {
                boolean grey = bands <= 2;
                Arrays.setAll(
                        samples,
                        i -> grey && bands == 1 ? Math.min(samples[i], 255) : samples[i] >> 8);
            }
            for (int x = 0; x < width; x++) {
                int at = bands * x;
                if (bands <= 2) {
                    put(row, x, samples[at], samples[at], samples[at]);
                } else if (inks && bands == 4) {
                    int black = samples[at + 3];
                    put(
                            row,
                            x,
                            ink(samples[at], black),
                            ink(samples[at + 1], black),
                            ink(samples[at + 2], black));
                } else {
                    put(row, x, samples[at], samples[at + 1], samples[at + 2]);
                }
            }
            result.putRow(0, y, width, row, 0);
        }
        return result;
    }

    /** Samples are stored inverted, as Adobe writes them: 255 is no ink. */
    private static int ink(int colour, int black) {
        int cover = 255 - colour;
        int share = cover * black + 128;
        return Math.max(0, Math.min(255, black - (((share >> 8) + share) >> 8)));
    }

    private static void put(byte[] row, int x, int red, int green, int blue) {
        row[3 * x] = (byte) red;
        row[3 * x + 1] = (byte) green;
        row[3 * x + 2] = (byte) blue;
    }
}
