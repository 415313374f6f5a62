/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker.chunk.step;

/**
 * A small frame: of about 14,400 pixels, whatever the video's size, so that thresholds mean the
 * same everywhere. Never written to once made.
 *
 * @param micros presentation time from the input's first frame
 * @param width pixels across
 * @param height pixels down
 * @param rgb rows of 3 bytes a pixel
 * @param luma rows of one byte a pixel, full range (weights of ITU-R BT.601)
 */
@SuppressWarnings("ArrayRecordComponent") // handed between the meters of one thread, never compared
public record StepFrame(long micros, int width, int height, byte[] rgb, byte[] luma) {
    public StepFrame {
        if (rgb.length != 3 * width * height || luma.length != width * height) {
            throw new IllegalArgumentException(
                    "%d bytes of RGB and %d of luma are no picture of %dx%d"
                            .formatted(rgb.length, luma.length, width, height));
        }
    }

    /** A step from RGB pixels of its own size. */
    public static StepFrame of(long micros, int width, int height, byte[] rgb) {
        byte[] luma = new byte[width * height];
        for (int i = 0; i < luma.length; i++) {
            int red = rgb[3 * i] & 255;
            int green = rgb[3 * i + 1] & 255;
            int blue = rgb[3 * i + 2] & 255;
            luma[i] = (byte) ((77 * red + 150 * green + 29 * blue + 128) >> 8);
        }
        return new StepFrame(micros, width, height, rgb, luma);
    }

    /** Whether two steps can be compared pixel by pixel; a stream may change its size. */
    public boolean sameSize(StepFrame other) {
        return width == other.width && height == other.height;
    }

    /** Mean luma, 0-255. */
    public double brightness() {
        long sum = 0;
        for (byte value : luma) {
            sum += value & 255;
        }
        return (double) sum / luma.length;
    }
}
