/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * A picture: rows of red, green and blue bytes in a heap or direct buffer, from the top left on.
 *
 * <p>An image is a view: several may share one buffer ({@link #crop}), and what is written through
 * one is seen through the others. It has no position of its own, so that threads may read it
 * together; writers must not overlap.
 */
public final class RgbImage {
    private static final int CHANNELS = 3;

    private final int width;
    private final int height;
    private final int rowBytes;
    private final ByteBuffer pixels;

    private RgbImage(int width, int height, int rowBytes, ByteBuffer pixels) {
        this.width = width;
        this.height = height;
        this.rowBytes = rowBytes;
        this.pixels = pixels;
    }

    /** A black picture on the heap. */
    public static RgbImage allocate(int width, int height) {
        return of(width, height, ByteBuffer.allocate(byteCount(width, height)));
    }

    /** A black picture outside the heap, for native code and mapped regions. */
    public static RgbImage allocateDirect(int width, int height) {
        return of(width, height, ByteBuffer.allocateDirect(byteCount(width, height)));
    }

    /** The picture that {@code rgb} holds, without a copy. */
    public static RgbImage of(int width, int height, byte[] rgb) {
        return of(width, height, ByteBuffer.wrap(rgb));
    }

    /**
     * The picture that lies in {@code rgb} from its position on, rows without padding, no copy.
     *
     * @throws IllegalArgumentException if fewer bytes remain than the picture needs
     */
    public static RgbImage of(int width, int height, ByteBuffer rgb) {
        return of(width, height, rgb, Math.multiplyExact(CHANNELS, width));
    }

    /**
     * As {@link #of(int, int, ByteBuffer)} with rows that start {@code rowBytes} apart.
     *
     * @throws IllegalArgumentException if rows overlap or fewer bytes remain than are needed
     */
    public static RgbImage of(int width, int height, ByteBuffer rgb, int rowBytes) {
        requireNonNull(rgb, "rgb is null");
        checkSize(width, height);
        long needed = (long) (height - 1) * rowBytes + (long) CHANNELS * width;
        if (rowBytes < (long) CHANNELS * width || rgb.remaining() < needed) {
            throw new IllegalArgumentException(
                    "a picture of %dx%d with rows %d bytes apart needs %d bytes and 3 a pixel; %d given"
                            .formatted(width, height, rowBytes, needed, rgb.remaining()));
        }
        return new RgbImage(width, height, rowBytes, rgb.slice());
    }

    /**
     * Bytes of a picture without padding.
     *
     * @throws IllegalArgumentException if a side is below 1 or the bytes exceed one buffer
     */
    public static int byteCount(int width, int height) {
        checkSize(width, height);
        long bytes = (long) width * height * CHANNELS;
        if (bytes > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "a picture of %dx%d needs %d bytes, more than one buffer holds; scale it down"
                            .formatted(width, height, bytes));
        }
        return (int) bytes;
    }

    private static void checkSize(int width, int height) {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException(
                    "picture is %dx%d; both sides must be at least 1".formatted(width, height));
        }
    }

    /** Pixels across. */
    public int width() {
        return width;
    }

    /** Pixels down. */
    public int height() {
        return height;
    }

    /** Bytes from the start of a row to the start of the next. */
    public int rowBytes() {
        return rowBytes;
    }

    /**
     * The bytes from the first pixel on, sharing content; rows are {@link #rowBytes} apart. The
     * limit may lie past the last pixel.
     */
    public ByteBuffer pixels() {
        return pixels.duplicate();
    }

    /** Red, green and blue of one pixel as {@code 0xRRGGBB}. */
    public int rgb(int x, int y) {
        int at = at(x, y);
        return (pixels.get(at) & 255) << 16
                | (pixels.get(at + 1) & 255) << 8
                | (pixels.get(at + 2) & 255);
    }

    /** Copies {@code count} pixels of row {@code y} from {@code x} on into {@code target}. */
    public void row(int x, int y, int count, byte[] target, int offset) {
        pixels.get(at(x, y), target, offset, CHANNELS * count);
    }

    /** Overwrites {@code count} pixels of row {@code y} from {@code x} on. */
    public void putRow(int x, int y, int count, byte[] source, int offset) {
        pixels.put(at(x, y), source, offset, CHANNELS * count);
    }

    private int at(int x, int y) {
        if (x < 0 || y < 0 || x >= width || y >= height) {
            throw new IndexOutOfBoundsException(
                    "pixel %d,%d of a picture of %dx%d".formatted(x, y, width, height));
        }
        return y * rowBytes + CHANNELS * x;
    }

    /** Fills the whole picture with {@code 0xRRGGBB}. */
    public void fill(int rgb) {
        fill(new Box(0, 0, width, height), rgb);
    }

    /** Fills a part with {@code 0xRRGGBB}. */
    public void fill(Box part, int rgb) {
        check(part);
        if (part.width() == 0) {
            return;
        }
        byte[] row = new byte[CHANNELS * part.width()];
        for (int i = 0; i < row.length; i += CHANNELS) {
            row[i] = (byte) (rgb >> 16);
            row[i + 1] = (byte) (rgb >> 8);
            row[i + 2] = (byte) rgb;
        }
        for (int y = part.y(); y < part.y() + part.height(); y++) {
            putRow(part.x(), y, part.width(), row, 0);
        }
    }

    /** The part inside {@code part}, sharing content. */
    public RgbImage crop(Box part) {
        check(part);
        checkSize(part.width(), part.height());
        ByteBuffer from = pixels.duplicate();
        from.position(part.y() * rowBytes + CHANNELS * part.x());
        return new RgbImage(part.width(), part.height(), rowBytes, from.slice());
    }

    private void check(Box part) {
        if (!part.within(width, height)) {
            throw new IllegalArgumentException(
                    "%s does not lie in a picture of %dx%d".formatted(part, width, height));
        }
    }

    /** Copies this picture into {@code target} with its top left at {@code x}, {@code y}. */
    public void copyTo(RgbImage target, int x, int y) {
        target.check(new Box(x, y, width, height));
        byte[] row = new byte[CHANNELS * width];
        for (int i = 0; i < height; i++) {
            row(0, i, width, row, 0);
            target.putRow(x, y + i, width, row, 0);
        }
    }

    /** The pixels alone, rows without padding. */
    public byte[] toBytes() {
        byte[] bytes = new byte[byteCount(width, height)];
        for (int y = 0; y < height; y++) {
            row(0, y, width, bytes, y * CHANNELS * width);
        }
        return bytes;
    }

    /** SHA-256 of {@link #toBytes}, lower-case hex, without making that copy. */
    public String sha256() {
        MessageDigest digest = Sha256.digest();
        ByteBuffer view = pixels.duplicate();
        int bytes = CHANNELS * width;
        for (int y = 0; y < height; y++) {
            view.limit(y * rowBytes + bytes).position(y * rowBytes);
            digest.update(view);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public String toString() {
        return "RgbImage[%dx%d]".formatted(width, height);
    }
}
