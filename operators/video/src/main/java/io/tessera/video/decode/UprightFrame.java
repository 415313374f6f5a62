/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video.decode;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_GRAY8;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;

import io.tessera.video.decode.Scaler.Picture;
import io.tessera.video.frame.DecodedFrame;
import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** A frame of the decoder, turned upright after it was scaled. */
final class UprightFrame implements DecodedFrame {
    private final AVFrame frame;
    private final Scaler scaler;
    private final int rotation;
    private final long micros;
    private final boolean sampled;

    /** {@code rotation} is the clockwise turn that makes the frame upright. */
    UprightFrame(AVFrame frame, Scaler scaler, int rotation, long micros, boolean sampled) {
        this.frame = frame;
        this.scaler = scaler;
        this.rotation = rotation;
        this.micros = micros;
        this.sampled = sampled;
    }

    @Override
    public long micros() {
        return micros;
    }

    @Override
    public boolean sampled() {
        return sampled;
    }

    @Override
    public boolean flagged() {
        return Decoder.flagged(frame);
    }

    @Override
    public int width() {
        return turned() ? frame.height() : frame.width();
    }

    @Override
    public int height() {
        return turned() ? frame.width() : frame.height();
    }

    private boolean turned() {
        return rotation == 90 || rotation == 270;
    }

    @Override
    public void rgb(int width, int height, ByteBuffer target, int rowBytes) {
        if (rowBytes < 3 * width) {
            throw new IllegalArgumentException(
                    "rows of %d bytes are too short for %d pixels".formatted(rowBytes, width));
        }
        write(width, height, target, rowBytes, AV_PIX_FMT_RGB24, 3);
    }

    @Override
    public void grey(int width, int height, ByteBuffer target) {
        write(width, height, target, width, AV_PIX_FMT_GRAY8, 1);
    }

    private void write(
            int width, int height, ByteBuffer target, int rowBytes, int format, int pixelBytes) {
        long needed = (height - 1L) * rowBytes + (long) width * pixelBytes;
        if (width < 1 || height < 1 || needed > target.remaining()) {
            throw new IllegalArgumentException(
                    "a picture of %dx%d needs %d bytes, the target has %d"
                            .formatted(width, height, needed, target.remaining()));
        }
        int scaledWidth = turned() ? height : width;
        int scaledHeight = turned() ? width : height;
        Picture picture = scaler.scale(frame, scaledWidth, scaledHeight, format, pixelBytes);
        int start = target.position();
        if (rotation == 0) {
            for (int y = 0; y < height; y++) {
                target.put(
                        start + y * rowBytes,
                        picture.bytes(),
                        y * picture.rowBytes(),
                        width * pixelBytes);
            }
            return;
        }
        turn(picture, width, height, target, rowBytes, pixelBytes);
    }

    private void turn(
            Picture picture,
            int width,
            int height,
            ByteBuffer target,
            int rowBytes,
            int pixelBytes) {
        ByteBuffer source = picture.bytes();
        int start = target.position();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int fromX = rotation == 180 ? width - 1 - x : rotation == 90 ? y : height - 1 - y;
                int fromY = rotation == 180 ? height - 1 - y : rotation == 90 ? width - 1 - x : x;
                int from = fromY * picture.rowBytes() + fromX * pixelBytes;
                int to = start + y * rowBytes + x * pixelBytes;
                for (int b = 0; b < pixelBytes; b++) {
                    target.put(to + b, source.get(from + b));
                }
            }
        }
    }
}
