/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.pdf;

import io.tessera.v1.Box;

/** From the coordinates of a PDF page (y up, unturned) to those of the page as shown. */
final class PageTurn {
    private PageTurn() {}

    /**
     * A rectangle as seen from the top left of the page turned clockwise by {@code turn} degrees.
     *
     * @param width of the page before the turn
     * @param height of the page before the turn
     */
    static Box box(
            double left,
            double bottom,
            double right,
            double top,
            double width,
            double height,
            int turn) {
        double across = right - left;
        double up = top - bottom;
        return switch (turn) {
            case 0 -> new Box(left, height - top, across, up);
            case 90 -> new Box(bottom, left, up, across);
            case 180 -> new Box(width - right, bottom, across, up);
            case 270 -> new Box(height - top, width - right, up, across);
            default -> throw new IllegalArgumentException("not a quarter turn: " + turn);
        };
    }
}
