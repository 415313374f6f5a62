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
        float[] view = new float[3 * side * side];
        byte[] row = new byte[3 * canvas.width()];
        float[][] lines = new float[4][3 * side];
        for (int y = 0; y < side; y++) {
            for (int t = 0; t < 4; t++) {
                if (down.weights[4 * y + t] == 0) {
                    continue;
                }
                canvas.row(0, down.taps[4 * y + t], canvas.width(), row, 0);
                across.interpolate(row, side, lines[t]);
            }
            for (int channel = 0; channel < 3; channel++) {
                int to = (channel * side + y) * side;
                down.blend(lines, y, channel * side, view, to, side);
                finish(view, to, side, channel, statistics);
            }
        }
        return view;
    }

    private static GlobalView axis(int inputs, int outputs) {
        float scale = (float) inputs / outputs;
        int[] taps = new int[4 * outputs];
        float[] weights = new float[4 * outputs];
        for (int i = 0; i < outputs; i++) {
            // In float and fused, as ATen's build for CPUs with such an instruction computes it.
            float source = Math.fma(scale, i + 0.5f, -0.5f);
            int whole = (int) Math.floor(source);
            float part = source - whole;
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

    /** Whole bytes are interpolated and normalised once at the end: the map is linear. */
    private void interpolate(byte[] row, int side, float[] line) {
        for (int x = 0; x < side; x++) {
            float red = 0;
            float green = 0;
            float blue = 0;
            for (int t = 4 * x; t < 4 * x + 4; t++) {
                float weight = weights[t];
                int at = 3 * taps[t];
                red += weight * (row[at] & 255);
                green += weight * (row[at + 1] & 255);
                blue += weight * (row[at + 2] & 255);
            }
            line[x] = red;
            line[side + x] = green;
            line[2 * side + x] = blue;
        }
    }

    private static void finish(
            float[] view, int from, int count, int channel, Statistics statistics) {
        float black = statistics.normalise(0, channel);
        float step = (statistics.normalise(255, channel) - black) / 255f;
        for (int i = from; i < from + count; i++) {
            view[i] = view[i] * step + black;
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
