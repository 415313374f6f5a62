/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video.sample;

import java.nio.ByteBuffer;

/** Clips of a block that moves over a changing ground, for tests. */
public final class Scenes {
    private Scenes() {}

    /** Bytes of a clip of {@code frames} frames. */
    public static byte[] clip(
            ClipEncoder.Codec codec, int width, int height, int rate, int every, int frames) {
        try (ClipEncoder encoder = new ClipEncoder(codec, width, height, rate, every)) {
            ByteBuffer rgb = ByteBuffer.allocateDirect(3 * width * height);
            for (int i = 0; i < frames; i++) {
                draw(rgb, width, height, i);
                encoder.add(rgb);
            }
            return encoder.finish();
        }
    }

    private static void draw(ByteBuffer rgb, int width, int height, int frame) {
        int left = 3 * frame % width;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean block = x >= left && x < left + width / 4 && y > height / 3;
                int at = 3 * (y * width + x);
                rgb.put(at, (byte) (block ? 220 : x * 90 / width));
                rgb.put(at + 1, (byte) (block ? 40 : y * 90 / height));
                rgb.put(at + 2, (byte) (block ? 30 : 60 + frame % 100));
            }
        }
    }
}
