/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker.chunk.text;

import io.tessera.video.frame.DecodedFrame;
import java.nio.ByteBuffer;

/**
 * A grey picture that text is looked for in.
 *
 * @param width pixels across
 * @param height pixels down
 * @param scale pixels of this picture for one of the frame
 * @param pixels rows of one byte a pixel from position 0 on
 */
record GreyPicture(int width, int height, double scale, ByteBuffer pixels) {
    /** Longest edge: letters of a caption in a 4K frame stay legible, and reading stays cheap. */
    private static final int LONGEST_EDGE = 1280;

    private static final double MOST_ENLARGED = 2;

    /** Whether frames of this size are too small to hold anything legible. */
    static boolean tooSmall(DecodedFrame frame) {
        return Math.min(frame.width(), frame.height()) < 32;
    }

    /** Scales a frame, into {@code reused} where it has the room. */
    static GreyPicture of(DecodedFrame frame, ByteBuffer reused) {
        int longest = Math.max(frame.width(), frame.height());
        double scale = Math.min(MOST_ENLARGED, (double) LONGEST_EDGE / longest);
        int width = Math.max(1, (int) Math.rint(frame.width() * scale));
        int height = Math.max(1, (int) Math.rint(frame.height() * scale));
        int bytes = width * height;
        ByteBuffer target = reused.capacity() < bytes ? ByteBuffer.allocateDirect(bytes) : reused;
        target.clear().limit(bytes);
        frame.grey(width, height, target);
        return new GreyPicture(width, height, scale, target);
    }

    /** This picture at a third of its size, for letters too large for a recogniser. */
    GreyPicture third() {
        int w = width / 3;
        int h = height / 3;
        ByteBuffer small = ByteBuffer.allocate(w * h);
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int sum = 0;
                for (int dy = 0; dy < 3; dy++) {
                    int at = (3 * y + dy) * width + 3 * x;
                    sum += (pixels.get(at) & 255) + (pixels.get(at + 1) & 255);
                    sum += pixels.get(at + 2) & 255;
                }
                small.put(y * w + x, (byte) ((sum + 4) / 9));
            }
        }
        return new GreyPicture(w, h, scale / 3, small);
    }

    /** All of this picture. */
    StrokeField.Area whole() {
        return new StrokeField.Area(0, 0, width, height);
    }

    /** A part of this picture, copied. */
    GreyPicture crop(int x, int y, int w, int h) {
        ByteBuffer part = ByteBuffer.allocate(w * h);
        for (int row = 0; row < h; row++) {
            part.put(row * w, pixels, (y + row) * width + x, w);
        }
        return new GreyPicture(w, h, scale, part);
    }

    /** Mean absolute difference to a picture of the same size inside a rectangle. */
    double difference(GreyPicture other, int left, int top, int right, int bottom) {
        long sum = 0;
        for (int y = top; y < bottom; y++) {
            for (int at = y * width + left; at < y * width + right; at++) {
                sum += Math.abs((pixels.get(at) & 255) - (other.pixels.get(at) & 255));
            }
        }
        return (double) sum / ((right - left) * (bottom - top));
    }

    byte[] bytes() {
        byte[] bytes = new byte[width * height];
        pixels.get(0, bytes);
        return bytes;
    }
}
