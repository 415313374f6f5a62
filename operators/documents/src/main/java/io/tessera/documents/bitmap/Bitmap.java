/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.bitmap;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;

/**
 * A picture in memory: rows of 1 (grey) or 3 (RGB) bytes a pixel from the top left, without
 * padding. The array is shared, not copied; nobody writes to it after construction.
 */
public final class Bitmap {
    private final int width;
    private final int height;
    private final int channels;
    private final byte[] bytes;

    public Bitmap(int width, int height, int channels, byte[] bytes) {
        if (width < 1 || height < 1 || (channels != 1 && channels != 3)) {
            throw new IllegalArgumentException(
                    "not a picture: %dx%d with %d channels".formatted(width, height, channels));
        }
        if (requireNonNull(bytes, "bytes is null").length != (long) width * height * channels) {
            throw new IllegalArgumentException(
                    "%d bytes are no picture of %dx%dx%d"
                            .formatted(bytes.length, width, height, channels));
        }
        this.width = width;
        this.height = height;
        this.channels = channels;
        this.bytes = bytes;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public int channels() {
        return channels;
    }

    /** The pixels themselves; read only. */
    public byte[] bytes() {
        return bytes;
    }

    public ByteBuffer buffer() {
        return ByteBuffer.wrap(bytes);
    }

    /** Luma of an RGB picture (Rec. 601, as JPEG has it); a grey one itself. */
    public Bitmap grey() {
        if (channels == 1) {
            return this;
        }
        byte[] grey = new byte[width * height];
        for (int i = 0, at = 0; i < grey.length; i++, at += 3) {
            int luma =
                    19595 * (bytes[at] & 0xff)
                            + 38470 * (bytes[at + 1] & 0xff)
                            + 7471 * (bytes[at + 2] & 0xff);
            grey[i] = (byte) ((luma + 32768) >> 16);
        }
        return new Bitmap(width, height, 1, grey);
    }

    /** Writes the picture as RGB to a buffer with room for {@code 3 * width * height} bytes. */
    public void writeRgb(ByteBuffer target) {
        if (channels == 3) {
            target.put(bytes);
            return;
        }
        byte[] row = new byte[3 * width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                byte value = bytes[y * width + x];
                row[3 * x] = value;
                row[3 * x + 1] = value;
                row[3 * x + 2] = value;
            }
            target.put(row);
        }
    }

    /** Rows {@code from} to {@code to}, exclusive. */
    public Bitmap rows(int from, int to) {
        int stride = width * channels;
        byte[] part = new byte[(to - from) * stride];
        System.arraycopy(bytes, from * stride, part, 0, part.length);
        return new Bitmap(width, to - from, channels, part);
    }

    /** Turned clockwise by 0, 90, 180 or 270 degrees. */
    public Bitmap turned(int degrees) {
        return switch (degrees) {
            case 0 -> this;
            case 90 -> placed(height, width, (x, y) -> x * height + height - 1 - y);
            case 180 -> placed(width, height, (x, y) -> (height - 1 - y) * width + width - 1 - x);
            case 270 -> placed(height, width, (x, y) -> (width - 1 - x) * height + y);
            default -> throw new IllegalArgumentException("not a quarter turn: " + degrees);
        };
    }

    /** Left and right exchanged. */
    public Bitmap mirrored() {
        return placed(width, height, (x, y) -> y * width + width - 1 - x);
    }

    @FunctionalInterface
    private interface Place {
        int of(int x, int y);
    }

    private Bitmap placed(int newWidth, int newHeight, Place place) {
        byte[] out = new byte[bytes.length];
        for (int y = 0, from = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int to = place.of(x, y) * channels;
                for (int c = 0; c < channels; c++) {
                    out[to++] = bytes[from++];
                }
            }
        }
        return new Bitmap(newWidth, newHeight, channels, out);
    }
}
