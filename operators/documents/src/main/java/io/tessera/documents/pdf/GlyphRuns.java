/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Joins glyphs to runs: first as the content draws them, then what stands side by side. */
final class GlyphRuns {
    private static final double SAME_BASELINE = 0.3;
    private static final double COLUMN_GAP = 0.8;
    private static final double STEP_BACK = 0.6;

    private GlyphRuns() {}

    static List<GlyphRun> of(List<Glyph> glyphs) {
        List<GlyphRun> drawn = new ArrayList<>();
        GlyphRun run = null;
        for (Glyph glyph : glyphs) {
            if (run == null || !continues(run, glyph)) {
                run = new GlyphRun(glyph);
                drawn.add(run);
            } else {
                run.add(glyph);
            }
        }
        drawn.removeIf(GlyphRun::isBlank);
        return joined(drawn);
    }

    private static boolean continues(GlyphRun run, Glyph glyph) {
        double size = Math.min(run.size(), glyph.size());
        double gap = glyph.x() - run.right();
        return Math.abs(run.baseline() - glyph.baseline()) < SAME_BASELINE * size
                && gap < COLUMN_GAP * size
                && gap > -STEP_BACK * size;
    }

    private static List<GlyphRun> joined(List<GlyphRun> drawn) {
        List<GlyphRun> sorted = new ArrayList<>(drawn);
        sorted.sort(
                Comparator.comparingDouble((GlyphRun run) -> Math.round(run.baseline() * 2))
                        .thenComparingDouble(GlyphRun::left));
        List<GlyphRun> joined = new ArrayList<>();
        @Nullable GlyphRun last = null;
        for (GlyphRun run : sorted) {
            if (last != null && adjoins(last, run)) {
                last.addAll(run);
            } else {
                last = run;
                joined.add(run);
            }
        }
        return joined;
    }

    private static boolean adjoins(GlyphRun last, GlyphRun run) {
        double size = Math.min(last.size(), run.size());
        double gap = run.left() - last.right();
        return Math.abs(last.baseline() - run.baseline()) < SAME_BASELINE * size
                && gap < COLUMN_GAP * size
                && gap > -STEP_BACK * size;
    }
}
