/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.pdf;

import java.util.ArrayList;
import java.util.List;

/** A stretch of glyphs on one baseline without a gap that could part two columns. Mutable. */
final class GlyphRun {
    private static final double WORD_GAP = 0.18;
    private static final double OVERPRINT = 0.15;

    private final List<Glyph> glyphs = new ArrayList<>();
    private double left = Double.MAX_VALUE;
    private double right = -Double.MAX_VALUE;
    private double top = Double.MAX_VALUE;
    private double bottom = -Double.MAX_VALUE;
    private double size;
    private double baseline;

    GlyphRun(Glyph first) {
        baseline = first.baseline();
        add(first);
    }

    /** Adds a glyph, unless it prints the last one again a little aside, as bold type is faked. */
    void add(Glyph glyph) {
        if (!glyphs.isEmpty()) {
            Glyph last = glyphs.get(glyphs.size() - 1);
            boolean again =
                    last.text().equals(glyph.text())
                            && Math.abs(last.x() - glyph.x()) < OVERPRINT * glyph.size();
            if (again) {
                return;
            }
        }
        glyphs.add(glyph);
        left = Math.min(left, glyph.x());
        right = Math.max(right, glyph.right());
        top = Math.min(top, glyph.top());
        bottom = Math.max(bottom, glyph.top() + glyph.height());
        size = Math.max(size, glyph.size());
    }

    void addAll(GlyphRun other) {
        other.glyphs.forEach(this::add);
    }

    double left() {
        return left;
    }

    double right() {
        return right;
    }

    double top() {
        return top;
    }

    double bottom() {
        return bottom;
    }

    double size() {
        return size;
    }

    double baseline() {
        return baseline;
    }

    boolean isBlank() {
        return glyphs.stream().allMatch(Glyph::isSpace);
    }

    /** The words, left to right. */
    List<List<Glyph>> words() {
        List<List<Glyph>> words = new ArrayList<>();
        List<Glyph> word = new ArrayList<>();
        for (Glyph glyph : glyphs) {
            boolean apart =
                    !word.isEmpty()
                            && glyph.x() - word.get(word.size() - 1).right()
                                    > WORD_GAP * glyph.size();
            if ((apart || glyph.isSpace()) && !word.isEmpty()) {
                words.add(word);
                word = new ArrayList<>();
            }
            if (!glyph.isSpace()) {
                word.add(glyph);
            }
        }
        if (!word.isEmpty()) {
            words.add(word);
        }
        return words;
    }
}
