/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.bitmap;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Scales for recognition and for thumbnails: shrinks by the mean of the covered area, enlarges by
 * straight lines between pixels. What models see is resampled by the imaging module, not by this.
 */
public final class Scaler {
    private Scaler() {}

    /** Scales to exactly {@code width} x {@code height} pixels. */
    public static Bitmap scale(Bitmap image, int width, int height) {
        if (width == image.width() && height == image.height()) {
            return image;
        }
        int channels = image.channels();
        Taps across = Taps.of(image.width(), width);
        Taps down = Taps.of(image.height(), height);
        byte[] out = new byte[Math.multiplyExact(Math.multiplyExact(width, height), channels)];
        float[] sum = new float[width * channels];
        float[][] ring = new float[down.most()][];
        int[] held = new int[ring.length];
        Arrays.fill(held, -1);
        for (int y = 0; y < height; y++) {
            Arrays.fill(sum, 0);
            for (int tap = 0; tap < down.count(y); tap++) {
                int row = down.first(y) + tap;
                int slot = row % ring.length;
                if (held[slot] != row) {
                    ring[slot] = across(image, row, across, ring[slot], width * channels);
                    held[slot] = row;
                }
                float weight = down.weight(y, tap);
                float[] line = ring[slot];
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += weight * line[i];
                }
            }
            for (int i = 0, at = y * sum.length; i < sum.length; i++) {
                out[at + i] = (byte) Math.max(0, Math.min(255, (int) (sum[i] + 0.5f)));
            }
        }
        return new Bitmap(width, height, channels, out);
    }

    private static float[] across(
            Bitmap image, int row, Taps taps, float @Nullable [] reuse, int length) {
        float[] line = reuse == null ? new float[length] : reuse;
        int channels = image.channels();
        byte[] bytes = image.bytes();
        int start = row * image.width() * channels;
        for (int x = 0, at = 0; at < length; x++) {
            int from = start + taps.first(x) * channels;
            for (int c = 0; c < channels; c++, at++) {
                float sum = 0;
                for (int tap = 0, source = from + c;
                        tap < taps.count(x);
                        tap++, source += channels) {
                    sum += taps.weight(x, tap) * (bytes[source] & 0xff);
                }
                line[at] = sum;
            }
        }
        return line;
    }

    /** For each target position the first source position and the weights from there on. */
    private static final class Taps {
        private final int[] firsts;
        private final float[][] weights;
        private final int most;

        private Taps(int[] firsts, float[][] weights, int most) {
            this.firsts = firsts;
            this.weights = weights;
            this.most = most;
        }

        static Taps of(int source, int target) {
            int[] firsts = new int[target];
            float[][] weights = new float[target][];
            double step = (double) source / target;
            int most = 1;
            for (int i = 0; i < target; i++) {
                double low = step >= 1 ? i * step : (i + 0.5) * step - 1;
                double high = step >= 1 ? (i + 1) * step : (i + 0.5) * step + 1;
                int first = (int) Math.max(0, Math.floor(step >= 1 ? low : low + 0.5));
                int last = (int) Math.min(source, Math.ceil(step >= 1 ? high : high - 0.5));
                float[] row = new float[Math.max(1, last - first)];
                double total = 0;
                for (int k = 0; k < row.length; k++) {
                    double weight =
                            step >= 1
                                    ? Math.min(high, first + k + 1.0) - Math.max(low, first + k)
                                    : Math.max(0, 1 - Math.abs(first + k + 0.5 - (i + 0.5) * step));
                    row[k] = (float) Math.max(0, weight);
                    total += row[k];
                }
                for (int k = 0; k < row.length; k++) {
                    row[k] = total == 0 ? 1f / row.length : (float) (row[k] / total);
                }
                firsts[i] = Math.min(first, source - row.length);
                weights[i] = row;
                most = Math.max(most, row.length);
            }
            return new Taps(firsts, weights, most);
        }

        int most() {
            return most;
        }

        int first(int i) {
            return firsts[i];
        }

        int count(int i) {
            return weights[i].length;
        }

        float weight(int i, int tap) {
            return weights[i][tap];
        }
    }
}
