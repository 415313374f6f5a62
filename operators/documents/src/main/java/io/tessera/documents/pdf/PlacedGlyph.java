/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.pdf;

import io.tessera.v1.Box;

/**
 * A glyph in the unrotated coordinates of its page: origin at the lower left of the crop box, y up.
 *
 * @param x origin on the baseline
 * @param y origin on the baseline
 * @param quarter quarter turns counter-clockwise that its baseline runs at
 * @param advance length along the baseline
 * @param size of the font, in points
 */
record PlacedGlyph(String text, double x, double y, int quarter, double advance, double size) {
    static final double ASCENT = 0.78;
    static final double LINE = 1.0;

    /**
     * The glyph as a page turned clockwise by {@code turn} degrees shows it, if text runs level.
     */
    Glyph shown(double pageWidth, double pageHeight, int turn) {
        Box box = box(pageWidth, pageHeight, turn);
        return new Glyph(text, box.getX(), box.getY(), box.getWidth(), box.getHeight(), size);
    }

    /** Whether a page turned clockwise by {@code turn} degrees shows this glyph level. */
    boolean levelAt(int turn) {
        return (quarter * 90 - turn) % 360 == 0;
    }

    private Box box(double pageWidth, double pageHeight, int turn) {
        double[] along = {1, 0, -1, 0};
        int across = (quarter + 1) & 3;
        double ux = along[quarter];
        double uy = along[(quarter + 3) & 3];
        double vx = along[across];
        double vy = along[(across + 3) & 3];
        double low = (LINE - ASCENT) * size;
        double high = ASCENT * size;
        double x1 = x - vx * low;
        double y1 = y - vy * low;
        double x2 = x + ux * advance + vx * high;
        double y2 = y + uy * advance + vy * high;
        return PageTurn.box(
                Math.min(x1, x2),
                Math.min(y1, y2),
                Math.max(x1, x2),
                Math.max(y1, y2),
                pageWidth,
                pageHeight,
                turn);
    }
}
