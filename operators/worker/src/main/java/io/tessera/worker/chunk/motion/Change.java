/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker.chunk.motion;

import io.tessera.worker.chunk.step.StepFrame;
import java.util.Arrays;

/**
 * What changed from one step to the next.
 *
 * @param amount mean absolute change of luma, 0-255
 * @param most largest change of a single pixel
 * @param local change of the parts that change most, once a change of the light as a whole is taken
 *     out: mean absolute change of luma of the block that is exceeded by 1.5 % of all blocks
 * @param usual the same of the median block
 */
record Change(double amount, int most, double local, double usual) {
    private static final int BLOCK = 8;
    private static final double SHARE = 0.015;

    static Change between(StepFrame before, StepFrame now) {
        byte[] a = before.luma();
        byte[] b = now.luma();
        long sum = 0;
        int most = 0;
        for (int i = 0; i < a.length; i++) {
            int difference = Math.abs((b[i] & 255) - (a[i] & 255));
            sum += difference;
            most = Math.max(most, difference);
        }
        Light light = Light.between(before, now);
        double[] blocks = blocks(light.adapted(a), b, now.width(), now.height());
        Arrays.sort(blocks);
        int exceeded = (int) Math.ceil(SHARE * blocks.length);
        return new Change(
                (double) sum / a.length,
                most,
                blocks[Math.max(0, blocks.length - 1 - exceeded)],
                blocks[blocks.length / 2]);
    }

    private static double[] blocks(byte[] a, byte[] b, int width, int height) {
        int columns = Math.max(1, width / BLOCK);
        int rows = Math.max(1, height / BLOCK);
        double[] means = new double[columns * rows];
        int rightmost = Math.min(width, columns * BLOCK);
        for (int y = 0; y < Math.min(height, rows * BLOCK); y++) {
            for (int x = 0; x < rightmost; x++) {
                int at = y * width + x;
                means[y / BLOCK * columns + x / BLOCK] += Math.abs((b[at] & 255) - (a[at] & 255));
            }
        }
        for (int i = 0; i < means.length; i++) {
            means[i] /= BLOCK * BLOCK;
        }
        return means;
    }
}
