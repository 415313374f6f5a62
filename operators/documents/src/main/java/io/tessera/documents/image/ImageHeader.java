/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.image;

/**
 * What a picture says of itself before any decoder runs.
 *
 * @param width pixels across, as stored
 * @param height pixels down, as stored
 * @param dpi dots per inch across; 0 where the picture does not say or cannot mean it
 * @param orientation EXIF orientation, 1-8; 1 where it says nothing
 */
record ImageHeader(long width, long height, double dpi, int orientation) {
    private static final double LEAST_DPI = 50;
    private static final double MOST_DPI = 4800;

    ImageHeader {
        dpi = dpi >= LEAST_DPI && dpi <= MOST_DPI ? dpi : 0;
        orientation = orientation >= 1 && orientation <= 8 ? orientation : 1;
    }
}
