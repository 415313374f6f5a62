/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.resample;

import io.tessera.imaging.RgbImage;

/** Writes rows into a picture of their size. */
public final class ImageSink implements RowSink {
    private final PackedRows rows;
    private final int[] packed;
    private final int width;

    /**
     * Makes a sink.
     *
     * @param image a picture as wide and high as what is resampled; often a crop of a larger one
     */
    public ImageSink(RgbImage image) {
        this.rows = new PackedRows(image);
        this.width = image.width();
        this.packed = new int[ColumnBlock.rowInts(width)];
    }

    @Override
    public void row(int y, int[] planes, int planeInts) {
        weave(planes, planeInts, (width + 3) / 4, packed);
        rows.write(y, packed);
    }

    private static void weave(int[] planes, int planeInts, int quads, int[] packed) {
        for (int i = 0; i < quads; i++) {
            int r = planes[i];
            int g = planes[planeInts + i];
            int b = planes[2 * planeInts + i];
            int at = 3 * i;
            packed[at] = (r & 255) | (g & 255) << 8 | (b & 255) << 16 | (r & 0xFF00) << 16;
            packed[at + 1] = (g >>> 8 & 255) | (b & 0xFF00) | (r & 0xFF0000) | (g & 0xFF0000) << 8;
            packed[at + 2] =
                    (b >>> 16 & 255)
                            | (r >>> 16 & 0xFF00)
                            | (g >>> 8 & 0xFF0000)
                            | (b & 0xFF000000);
        }
    }
}
