/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker.chunk.step;

import java.util.Random;

/** Made-up pictures, as steps of a chunk: random patterns of coloured patches. */
public final class Scene {
    public static final int WIDTH = 160;
    public static final int HEIGHT = 90;
    private static final int PATCH = 12;

    private final int[][] patches = new int[64][64];

    public Scene(long seed) {
        Random random = new Random(seed);
        for (int[] row : patches) {
            for (int i = 0; i < row.length; i++) {
                row[i] = random.nextInt(1 << 24);
            }
        }
    }

    /** The scene seen {@code x} pixels further right. */
    public byte[] rgb(int shift) {
        byte[] rgb = new byte[3 * WIDTH * HEIGHT];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int colour = patches[y / PATCH % 64][(x + shift) / PATCH % 64];
                put(rgb, x, y, colour);
            }
        }
        return rgb;
    }

    public byte[] rgb() {
        return rgb(0);
    }

    public static void put(byte[] rgb, int x, int y, int colour) {
        int at = 3 * (y * WIDTH + x);
        rgb[at] = (byte) (colour >> 16);
        rgb[at + 1] = (byte) (colour >> 8);
        rgb[at + 2] = (byte) colour;
    }

    public static byte[] plain(int colour) {
        byte[] rgb = new byte[3 * WIDTH * HEIGHT];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                put(rgb, x, y, colour);
            }
        }
        return rgb;
    }

    /** Paints a square over a picture. */
    public static byte[] square(byte[] rgb, int left, int top, int side, int colour) {
        byte[] painted = rgb.clone();
        for (int y = top; y < top + side; y++) {
            for (int x = left; x < left + side; x++) {
                put(painted, x, y, colour);
            }
        }
        return painted;
    }

    /** {@code share} of one picture and the rest of the other. */
    public static byte[] mixed(byte[] one, byte[] other, double share) {
        byte[] mixed = new byte[one.length];
        for (int i = 0; i < mixed.length; i++) {
            double value = share * (one[i] & 255) + (1 - share) * (other[i] & 255);
            mixed[i] = (byte) Math.rint(value);
        }
        return mixed;
    }

    /** Changes light: every value times {@code gain} plus {@code offset}. */
    public static byte[] lit(byte[] rgb, double gain, double offset) {
        byte[] lit = new byte[rgb.length];
        for (int i = 0; i < lit.length; i++) {
            double value = gain * (rgb[i] & 255) + offset;
            lit[i] = (byte) Math.max(0, Math.min(255, Math.rint(value)));
        }
        return lit;
    }

    /** Adds noise of the given spread. */
    public static byte[] noisy(byte[] rgb, double spread, Random random) {
        byte[] noisy = new byte[rgb.length];
        for (int i = 0; i < noisy.length; i += 3) {
            double noise = spread * random.nextGaussian();
            for (int c = i; c < i + 3; c++) {
                noisy[c] = (byte) Math.max(0, Math.min(255, Math.rint((rgb[c] & 255) + noise)));
            }
        }
        return noisy;
    }

    public static StepFrame step(int index, byte[] rgb) {
        return StepFrame.of(index * StepClock.STEP_MICROS, WIDTH, HEIGHT, rgb);
    }
}
