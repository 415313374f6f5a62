/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.pdf;

/**
 * A glyph of level text, in page points from the top left.
 *
 * @param text its characters
 * @param x left edge
 * @param top of its line, not of its outline
 * @param width advance
 * @param height of its line
 * @param size of the font
 */
record Glyph(String text, double x, double top, double width, double height, double size) {
    static final double ASCENT = 0.78;

    double right() {
        return x + width;
    }

    double baseline() {
        return top + height * ASCENT;
    }

    boolean isSpace() {
        return text.isBlank();
    }
}
