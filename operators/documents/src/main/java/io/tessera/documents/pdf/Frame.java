/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.pdf;

import io.tessera.v1.Box;
import java.util.List;

/**
 * Coordinates in which text that runs askew runs level: those of the shown page (y down), turned by
 * the angle of the text.
 */
record Frame(double cosine, double sine) {
    static Frame of(int degrees) {
        double radians = Math.toRadians(degrees);
        return new Frame(Math.cos(radians), Math.sin(radians));
    }

    Glyph level(String text, double x, double y, double advance, double size) {
        double along = x * cosine - y * sine;
        double baseline = x * sine + y * cosine;
        return new Glyph(text, along, baseline - Glyph.ASCENT * size, advance, size, size);
    }

    /** The box on the shown page around glyphs of this frame, two decimals. */
    Box around(List<Glyph> glyphs) {
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (Glyph glyph : glyphs) {
            for (int corner = 0; corner < 4; corner++) {
                double along = (corner & 1) == 0 ? glyph.x() : glyph.right();
                double down = corner < 2 ? glyph.top() : glyph.top() + glyph.height();
                double x = along * cosine + down * sine;
                double y = down * cosine - along * sine;
                left = Math.min(left, x);
                right = Math.max(right, x);
                top = Math.min(top, y);
                bottom = Math.max(bottom, y);
            }
        }
        return new Box(round(left), round(top), round(right - left), round(bottom - top));
    }

    private static double round(double points) {
        return Math.round(points * 100) / 100.0;
    }
}
