/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.tensor;

import static java.util.Objects.requireNonNull;

import io.tessera.imaging.RgbImage;
import java.nio.ByteBuffer;

/**
 * Writes pictures as planes of normalised numbers: all of red, then green, then blue, row by row,
 * in the machine's byte order. Immutable.
 */
public final class Normaliser {
    private final ElementType type;
    private final PlaneTables tables;

    /** A normaliser for these statistics and this type. */
    public Normaliser(Statistics statistics, ElementType type) {
        this.type = requireNonNull(type, "type is null");
        this.tables = new PlaneTables(statistics, type);
    }

    /** Bytes that a picture of this size becomes. */
    public long byteCount(int width, int height) {
        return 3L * width * height * type.bytes();
    }

    /**
     * Writes a picture from the buffer's position on, and moves the position past it.
     *
     * @param target heap or direct; its own byte order does not matter
     * @throws IllegalArgumentException if it has too little room
     */
    public void write(RgbImage image, ByteBuffer target) {
        int width = image.width();
        long bytes = byteCount(width, image.height());
        if (target.remaining() < bytes) {
            throw new IllegalArgumentException(
                    "%s becomes %d bytes of %s; the buffer has room for %d"
                            .formatted(image, bytes, type, target.remaining()));
        }
        int plane = width * image.height();
        byte[] row = new byte[3 * width];
        PlaneWriter writer = PlaneWriter.of(target, type, width);
        for (int y = 0; y < image.height(); y++) {
            image.row(0, y, width, row, 0);
            for (int channel = 0; channel < 3; channel++) {
                writer.look(row, channel, tables.of(channel));
                writer.write(0, width, channel * plane + y * width);
            }
        }
        target.position(target.position() + (int) bytes);
    }
}
