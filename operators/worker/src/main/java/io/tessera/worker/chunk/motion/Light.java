/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker.chunk.motion;

import io.tessera.worker.chunk.step.StepFrame;

/**
 * A change of the light as a whole - exposure, a fade - as gain and offset of luma. It is read from
 * the quartiles of two frames, which something that moves through the picture hardly shifts.
 */
record Light(double gain, double offset) {
    private static final Light SAME = new Light(1, 0);
    private static final double STRONGEST = 3;
    private static final int LEAST_CONTRAST = 8;

    /** The change that explains most of the difference between the frames; often none. */
    static Light between(StepFrame before, StepFrame now) {
        int[] a = quartiles(before.luma());
        int[] b = quartiles(now.luma());
        Light best = SAME;
        long least = SAME.rest(before.luma(), now.luma());
        for (Light light : new Light[] {shift(a, b), stretch(a, b)}) {
            long rest = light.rest(before.luma(), now.luma());
            if (rest < least) {
                best = light;
                least = rest;
            }
        }
        return best;
    }

    private static Light shift(int[] a, int[] b) {
        return new Light(1, b[1] - a[1]);
    }

    private static Light stretch(int[] a, int[] b) {
        int from = a[2] - a[0];
        int to = b[2] - b[0];
        if (from < LEAST_CONTRAST || to < LEAST_CONTRAST) {
            return shift(a, b);
        }
        double gain = Math.max(1 / STRONGEST, Math.min(STRONGEST, (double) to / from));
        return new Light(gain, b[1] - gain * a[1]);
    }

    /** First quartile, median and third quartile. */
    private static int[] quartiles(byte[] luma) {
        int[] counts = new int[256];
        for (byte value : luma) {
            counts[value & 255]++;
        }
        int[] quartiles = new int[3];
        int seen = 0;
        int next = 0;
        for (int value = 0; value < 256; value++) {
            seen += counts[value];
            while (next < 3 && 4L * seen >= (long) (next + 1) * luma.length) {
                quartiles[next++] = value;
            }
        }
        return quartiles;
    }

    /** The luma that {@code before} would have in the new light. */
    byte[] adapted(byte[] before) {
        if (equals(SAME)) {
            return before;
        }
        byte[] table = table();
        byte[] adapted = new byte[before.length];
        for (int i = 0; i < before.length; i++) {
            adapted[i] = table[before[i] & 255];
        }
        return adapted;
    }

    /** What is left of the difference in this light. */
    private long rest(byte[] before, byte[] now) {
        byte[] table = table();
        long sum = 0;
        for (int i = 0; i < before.length; i++) {
            sum += Math.abs((now[i] & 255) - (table[before[i] & 255] & 255));
        }
        return sum;
    }

    private byte[] table() {
        byte[] table = new byte[256];
        for (int i = 0; i < 256; i++) {
            table[i] = (byte) Math.max(0, Math.min(255, (int) Math.rint(gain * i + offset)));
        }
        return table;
    }
}
