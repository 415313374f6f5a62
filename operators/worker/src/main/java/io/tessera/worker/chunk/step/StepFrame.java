/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker.chunk.step;

import io.tessera.video.frame.DecodedFrame;
import java.nio.ByteBuffer;

/**
 * A frame of about 14,400 pixels, whatever the video's size, so that thresholds mean the same
 * everywhere. Never written to once made.
 *
 * @param micros presentation time from the input's first frame
 * @param width pixels across
 * @param height pixels down
 * @param rgb rows of 3 bytes a pixel
 * @param luma rows of one byte a pixel, full range (weights of ITU-R BT.601)
 */
@SuppressWarnings("ArrayRecordComponent") // handed between the meters of one thread, never compared
public record StepFrame(long micros, int width, int height, byte[] rgb, byte[] luma) {
    private static final int PIXELS = 160 * 90;
    private static final int SHORTEST_EDGE = 16;

    public StepFrame {
        if (rgb.length != 3 * width * height || luma.length != width * height) {
            throw new IllegalArgumentException(
                    "%d bytes of RGB and %d of luma are no picture of %dx%d"
                            .formatted(rgb.length, luma.length, width, height));
        }
    }

    /** Scales a decoded frame down to a step's size. */
    public static StepFrame of(DecodedFrame frame) {
        double aspect = (double) frame.width() / frame.height();
        int width = side(Math.sqrt(PIXELS * aspect), frame.width());
        int height = side(Math.sqrt(PIXELS / aspect), frame.height());
        ByteBuffer target = ByteBuffer.allocateDirect(3 * width * height);
        frame.rgb(width, height, target, 3 * width);
        byte[] rgb = new byte[3 * width * height];
        target.get(0, rgb);
        return of(frame.micros(), width, height, rgb);
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

    private static int side(double wanted, int available) {
        int side = Math.min((int) Math.rint(wanted), 1000);
        return Math.max(SHORTEST_EDGE, Math.min(side, Math.max(SHORTEST_EDGE, available)));
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
