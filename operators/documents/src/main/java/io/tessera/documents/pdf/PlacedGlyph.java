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
 * @param angle of the baseline, degrees counter-clockwise, 0-359
 * @param advance length along the baseline
 * @param size of the font, in points
 */
record PlacedGlyph(String text, double x, double y, int angle, double advance, double size) {
    private static final int LEVEL_WITHIN = 1;

    /** The page turn, a multiple of 90 degrees, that brings this glyph nearest to level. */
    int nearestTurn() {
        return Math.floorMod((int) Math.round(angle / 90.0) * 90, 360);
    }

    /** Degrees that the baseline is off level on the page turned by {@code turn}, 0-359. */
    int askew(int turn) {
        int off = Math.floorMod(angle - turn, 360);
        return off <= LEVEL_WITHIN || off >= 360 - LEVEL_WITHIN ? 0 : off;
    }

    /** The glyph on the page as shown, seen in the frame that its askew text runs level in. */
    Glyph shown(double pageWidth, double pageHeight, int turn) {
        Box origin = PageTurn.box(x, y, x, y, pageWidth, pageHeight, turn);
        return Frame.of(askew(turn)).level(text, origin.getX(), origin.getY(), advance, size);
    }
}
