/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video.sample;

import java.util.Arrays;
import java.util.Random;

/** Makes damaged copies of clips, the same ones from the same seed. */
public final class Damage {
    private Damage() {}

    /** The first {@code share} of the bytes, as of an interrupted copy; 0 to 1. */
    public static byte[] cutOff(byte[] clip, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share is not from 0 to 1: " + share);
        }
        return Arrays.copyOf(clip, (int) (clip.length * share));
    }

    /** A copy with {@code count} bits turned over in its middle third. */
    public static byte[] flipBits(byte[] clip, int count, long seed) {
        byte[] copy = clip.clone();
        Random random = new Random(seed);
        for (int i = 0; i < count && copy.length >= 3; i++) {
            int at = copy.length / 3 + random.nextInt(copy.length / 3);
            copy[at] ^= (byte) (1 << random.nextInt(8));
        }
        return copy;
    }
}
