/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.resample;

/**
 * Which inputs make each output of one pass, and with what weight: fixed point of 22 bits, as
 * Pillow rounds them. Immutable.
 *
 * <p>Source: Pillow {@code src/libImaging/Resample.c}, {@code precompute_coeffs} and {@code
 * normalize_coeffs_8bpc}.
 */
final class Taps {
    static final int BITS = 22;
    static final int HALF = 1 << (BITS - 1);

    private final int inputs;
    private final int[] first;
    private final int[] count;
    private final int[] weights;
    private final int stride;

    private Taps(int inputs, int[] first, int[] count, int[] weights, int stride) {
        this.inputs = inputs;
        this.first = first;
        this.count = count;
        this.weights = weights;
        this.stride = stride;
    }

    /**
     * The taps for {@code inputs} samples made into {@code outputs}.
     *
     * @throws IllegalArgumentException if their table would not fit one array
     */
    static Taps of(int inputs, int outputs, Filter filter) {
        double scale = (double) inputs / outputs;
        double stretch = Math.max(scale, 1.0);
        double reach = filter.radius() * stretch;
        long stride = 2L * (long) Math.ceil(reach) + 1;
        if (stride * outputs > 1 << 28) {
            throw new IllegalArgumentException(
                    "%d samples made into %d need %d weights; scale down in steps"
                            .formatted(inputs, outputs, stride * outputs));
        }
        Taps taps =
                new Taps(
                        inputs,
                        new int[outputs],
                        new int[outputs],
                        new int[(int) stride * outputs],
                        (int) stride);
        double[] shares = new double[(int) stride];
        for (int i = 0; i < outputs; i++) {
            double centre = (i + 0.5) * scale;
            int low = Math.max((int) (centre - reach + 0.5), 0);
            int high = Math.min((int) (centre + reach + 0.5), inputs);
            double sum = 0.0;
            for (int x = low; x < high; x++) {
                double share = filter.at(Math.abs((x - centre + 0.5) * (1.0 / stretch)));
                shares[x - low] = share;
                sum += share;
            }
            taps.set(i, low, high - low, shares, 1.0 / sum);
        }
        return taps;
    }

    private void set(int output, int low, int taps, double[] shares, double norm) {
        first[output] = low;
        count[output] = taps;
        for (int t = 0; t < taps; t++) {
            double scaled = shares[t] * norm * (1 << BITS);
            weights[output * stride + t] = (int) (scaled < 0 ? scaled - 0.5 : scaled + 0.5);
        }
    }

    int inputs() {
        return inputs;
    }

    int outputs() {
        return first.length;
    }

    /** Most taps of one output. */
    int most() {
        return stride;
    }

    /** The first input that output {@code i} takes. */
    int first(int i) {
        return first[i];
    }

    /** How many inputs output {@code i} takes. */
    int count(int i) {
        return count[i];
    }

    /** All weights; those of output {@code i} start at {@link #at}. Not to be written. */
    int[] weights() {
        return weights;
    }

    /** Where the weights of output {@code i} start. */
    int at(int i) {
        return i * stride;
    }
}
