/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging;

/**
 * A rectangle of whole pixels.
 *
 * @param x left edge, 0 or more
 * @param y top edge, 0 or more
 * @param width pixels across, 0 or more
 * @param height pixels down, 0 or more
 */
public record Box(int x, int y, int width, int height) {
    public Box {
        if (x < 0 || y < 0 || width < 0 || height < 0) {
            throw new IllegalArgumentException(
                    "box is %d,%d %dx%d; no part may be negative".formatted(x, y, width, height));
        }
    }

    /** Whether every pixel of this box lies in a picture of the given size. */
    public boolean within(int imageWidth, int imageHeight) {
        return (long) x + width <= imageWidth && (long) y + height <= imageHeight;
    }
}
