/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.tensor;

import io.tessera.imaging.RgbImage;

/**
 * The normalised canvas squashed to one tile by libtorch's bicubic interpolation: cubic convolution
 * with a = -0.75, no antialiasing (it aliases on purpose), borders repeated, coordinates as with
 * {@code align_corners=False}.
 *
 * <p>Sources: InternLM-XComposer-2.5 and 2-4KHD {@code CLIPVisionTower.forward}; ATen {@code
 * upsample_bicubic2d}.
 */
public final class GlobalView {
    private static final double A = -0.75;

    private final int[] taps;
    private final float[] weights;

    private GlobalView(int[] taps, float[] weights) {
        this.taps = taps;
        this.weights = weights;
    }

    /**
     * Computes the view.
     *
     * @param side pixels of the result, both ways
     * @return red, green and blue planes of {@code side} rows, values normalised
     */
    public static float[] of(RgbImage canvas, int side, Statistics statistics) {
        GlobalView across = axis(canvas.width(), side);
        GlobalView down = axis(canvas.height(), side);
        float[][] tables = {statistics.table(0), statistics.table(1), statistics.table(2)};
        float[] view = new float[3 * side * side];
        byte[] row = new byte[3 * canvas.width()];
        float[][] lines = new float[4][3 * side];
        for (int y = 0; y < side; y++) {
            for (int t = 0; t < 4; t++) {
                canvas.row(0, down.taps[4 * y + t], canvas.width(), row, 0);
                across.interpolate(row, tables, side, lines[t]);
            }
            for (int channel = 0; channel < 3; channel++) {
                down.blend(lines, y, channel * side, view, (channel * side + y) * side, side);
            }
        }
        return view;
    }

    private static GlobalView axis(int inputs, int outputs) {
        float scale = (float) inputs / outputs;
        int[] taps = new int[4 * outputs];
        float[] weights = new float[4 * outputs];
        for (int i = 0; i < outputs; i++) {
            float source = scale * (i + 0.5f) - 0.5f;
            int whole = (int) Math.floor(source);
            double part = source - whole;
            for (int t = 0; t < 4; t++) {
                taps[4 * i + t] = Math.max(0, Math.min(inputs - 1, whole - 1 + t));
                weights[4 * i + t] = (float) cubic(Math.abs(part + 1 - t));
            }
        }
        return new GlobalView(taps, weights);
    }

    private static double cubic(double distance) {
        if (distance <= 1.0) {
            return ((A + 2.0) * distance - (A + 3.0)) * distance * distance + 1.0;
        }
        return ((A * distance - 5.0 * A) * distance + 8.0 * A) * distance - 4.0 * A;
    }

    private void interpolate(byte[] row, float[][] tables, int side, float[] line) {
        for (int channel = 0; channel < 3; channel++) {
            float[] table = tables[channel];
            for (int x = 0; x < side; x++) {
                float sum = 0;
                for (int t = 4 * x; t < 4 * x + 4; t++) {
                    sum += weights[t] * table[row[3 * taps[t] + channel] & 255];
                }
                line[channel * side + x] = sum;
            }
        }
    }

    private void blend(float[][] lines, int y, int from, float[] view, int to, int side) {
        float w0 = weights[4 * y];
        float w1 = weights[4 * y + 1];
        float w2 = weights[4 * y + 2];
        float w3 = weights[4 * y + 3];
        for (int x = 0; x < side; x++) {
            view[to + x] =
                    w0 * lines[0][from + x]
                            + w1 * lines[1][from + x]
                            + w2 * lines[2][from + x]
                            + w3 * lines[3][from + x];
        }
    }
}
