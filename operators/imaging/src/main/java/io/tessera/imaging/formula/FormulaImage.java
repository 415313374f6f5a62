/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.formula;

import io.tessera.imaging.RgbImage;

/** Pictures that are computed from a name, a size and a seed, so that no file is needed. */
public final class FormulaImage {
    private FormulaImage() {}

    /**
     * Draws a picture; arithmetic modulo 2^32, each value cut to its lowest eight bits.
     *
     * @param name {@code mix}, {@code noise}, {@code smooth}, {@code checker}, {@code lines},
     *     {@code strokes}, {@code bars} or {@code ramp}
     * @throws IllegalArgumentException if there is no formula of that name
     */
    public static RgbImage draw(String name, int width, int height, int seed) {
        RgbImage image = RgbImage.allocate(width, height);
        Sample sample = sample(name, seed);
        byte[] row = new byte[3 * width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int channel = 0; channel < 3; channel++) {
                    row[3 * x + channel] = (byte) sample.at(x, y, channel);
                }
            }
            image.putRow(0, y, width, row, 0);
        }
        return image;
    }

    @FunctionalInterface
    private interface Sample {
        int at(int x, int y, int channel);
    }

    private static Sample sample(String name, int s) {
        int spread = (int) (2654435761L * s);
        return switch (name) {
            case "mix" -> (x, y, channel) -> mix(x, y, channel, s);
            case "noise" ->
                    (x, y, channel) ->
                            mash(374761393 * x + 668265263 * y + 1274126177 * channel + spread);
            case "smooth" ->
                    (x, y, channel) ->
                            smooth(((1 + channel) * x + (3 - channel) * y + 17 * s) & 511);
            case "checker" -> (x, y, channel) -> checker(x, y, channel, 1 + s % 7);
            case "lines" -> (x, y, channel) -> lines(x, y, channel, 5 + s % 11);
            case "strokes" -> (x, y, channel) -> strokes(x, y, spread);
            case "bars" -> (x, y, channel) -> bars(x, y, channel, s);
            case "ramp" -> (x, y, channel) -> x + s;
            default -> throw new IllegalArgumentException("no formula " + name);
        };
    }

    private static int mix(int x, int y, int channel, int s) {
        return switch (channel) {
            case 0 -> 7 * x + 13 * y + ((x * y) >>> 5) + s;
            case 1 -> 3 * x + 5 * y + ((x * x + y * y) >>> 7) + 11 * s;
            default -> 11 * x + 2 * y + ((x * y) >>> 3) + 29 * s;
        };
    }

    private static int mash(int h) {
        int mixed = (h ^ (h >>> 13)) * 1274126177;
        return mixed ^ (mixed >>> 16);
    }

    private static int smooth(int m) {
        return m < 256 ? m : 511 - m;
    }

    private static int checker(int x, int y, int channel, int k) {
        int both = 255 * ((x / k + y / k) & 1);
        return switch (channel) {
            case 0 -> both;
            case 1 -> 255 - both;
            default -> 255 * (x / k & 1);
        };
    }

    private static int lines(int x, int y, int channel, int p) {
        boolean on = x % p == 0 || y % (p + 2) == 0 || (x + y) % (p + 5) == 0;
        if (channel == 2) {
            return on ? 32 : 240;
        }
        return on ? 0 : 255;
    }

    private static int strokes(int x, int y, int spread) {
        int i = x % 10;
        int j = y % 16;
        int glyph =
                374761393 * (x / 10 * 4 + (i >> 1)) + 668265263 * (y / 16 * 6 + (j >> 1)) + spread;
        return i < 8 && j < 12 && (mash(glyph) & 3) == 0 ? 20 : 250;
    }

    private static int bars(int x, int y, int channel, int s) {
        return switch (channel) {
            case 0 -> 255 * (((x + s) >> 2) & 1);
            case 1 -> 255 * (((y + s) >> 2) & 1);
            default -> 255 * (((x + y + s) >> 3) & 1);
        };
    }
}
