/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.pdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Puts runs into the order in which a person reads them. The tallest gutter with text on both sides
 * parts a region into what stands above it, the left of it, the right of it and what stands below;
 * each part is parted likewise. A table has gutters too, but its cells leave most of a column
 * empty: it is read by rows.
 */
final class ReadingOrder {
    private static final int LEAST_ROWS = 3;
    private static final double LEAST_FILL = 0.55;
    private static final double LEAST_WIDTH_IN_SIZES = 7;
    private static final int MOST_RUNS = 2500;
    private static final int DEEPEST = 24;
    private static final double NEAR = 2;

    private ReadingOrder() {}

    /** Regions in reading order; the runs of one are read line by line. */
    static List<List<GlyphRun>> regions(List<GlyphRun> runs) {
        List<List<GlyphRun>> regions = new ArrayList<>();
        List<GlyphRun> sorted = new ArrayList<>(runs);
        sorted.sort(Comparator.comparingDouble(GlyphRun::top).thenComparingDouble(GlyphRun::left));
        part(sorted, regions, runs.size() > MOST_RUNS ? DEEPEST : 0);
        return regions;
    }

    private static void part(List<GlyphRun> runs, List<List<GlyphRun>> regions, int depth) {
        if (runs.isEmpty()) {
            return;
        }
        Gutter gutter = depth >= DEEPEST ? null : tallest(runs);
        if (gutter == null) {
            regions.add(runs);
            return;
        }
        List<GlyphRun> above = new ArrayList<>();
        List<GlyphRun> left = new ArrayList<>();
        List<GlyphRun> right = new ArrayList<>();
        List<GlyphRun> below = new ArrayList<>();
        for (GlyphRun run : runs) {
            double middle = (run.top() + run.bottom()) / 2;
            if (middle <= gutter.top) {
                above.add(run);
            } else if (middle >= gutter.bottom) {
                below.add(run);
            } else {
                (run.right() <= gutter.x + 0.1 ? left : right).add(run);
            }
        }
        part(above, regions, depth + 1);
        part(left, regions, depth + 1);
        part(right, regions, depth + 1);
        part(below, regions, depth + 1);
    }

    /**
     * A line down which nothing is printed.
     *
     * @param top end of the last run that crosses it above
     * @param bottom beginning of the first run that crosses it below
     * @param height of the stretch that has text on both sides
     */
    private record Gutter(double x, double top, double bottom, double height) {}

    private static @Nullable Gutter tallest(List<GlyphRun> runs) {
        Gutter best = null;
        double[] starts = runs.stream().mapToDouble(GlyphRun::left).distinct().sorted().toArray();
        double last = -Double.MAX_VALUE;
        for (double start : starts) {
            if (start - last >= NEAR) {
                last = start;
                Gutter gutter = longest(runs, start - 0.05);
                if (gutter != null && (best == null || gutter.height() > best.height() + 1)) {
                    best = gutter;
                }
            }
        }
        return best;
    }

    /** The longest stretch of {@code x} that no run crosses and that parts two columns. */
    private static @Nullable Gutter longest(List<GlyphRun> runs, double x) {
        Gutter best = null;
        double top = -Double.MAX_VALUE;
        List<GlyphRun> between = new ArrayList<>();
        for (GlyphRun run : runs) {
            if (run.left() < x && run.right() > x) {
                best = better(best, between, x, top, run.top());
                top = Math.max(top, run.bottom() - 0.2 * run.size());
                between.clear();
            } else {
                between.add(run);
            }
        }
        return better(best, between, x, top, Double.MAX_VALUE);
    }

    private static @Nullable Gutter better(
            @Nullable Gutter best, List<GlyphRun> runs, double x, double top, double bottom) {
        List<GlyphRun> left = new ArrayList<>();
        List<GlyphRun> right = new ArrayList<>();
        for (GlyphRun run : runs) {
            (run.right() <= x ? left : right).add(run);
        }
        if (!isColumn(left) || !isColumn(right)) {
            return best;
        }
        double start = Math.max(least(left, GlyphRun::top), least(right, GlyphRun::top));
        double end = Math.min(most(left), most(right));
        if (end <= start) {
            return best;
        }
        Gutter gutter = new Gutter(x, top, bottom, end - start);
        return best == null || gutter.height() > best.height() ? gutter : best;
    }

    /** Whether runs fill their width as text does. */
    private static boolean isColumn(List<GlyphRun> runs) {
        if (runs.size() < LEAST_ROWS) {
            return false;
        }
        double left = least(runs, GlyphRun::left);
        double right = runs.stream().mapToDouble(GlyphRun::right).max().orElse(0);
        double size = median(runs.stream().mapToDouble(GlyphRun::size).toArray());
        List<Double> fills = new ArrayList<>();
        double baseline = Double.NaN;
        double filled = 0;
        List<GlyphRun> byLine = new ArrayList<>(runs);
        byLine.sort(Comparator.comparingDouble(GlyphRun::baseline));
        for (GlyphRun run : byLine) {
            if (!(Math.abs(run.baseline() - baseline) < 0.4 * size)) {
                if (!Double.isNaN(baseline)) {
                    fills.add(filled / (right - left));
                }
                filled = 0;
                baseline = run.baseline();
            }
            filled += run.right() - run.left();
        }
        fills.add(filled / (right - left));
        double fill = median(fills.stream().mapToDouble(Double::doubleValue).toArray());
        return fills.size() >= LEAST_ROWS
                && fill >= LEAST_FILL
                && right - left >= LEAST_WIDTH_IN_SIZES * size;
    }

    private static double least(List<GlyphRun> runs, ToDoubleFunction<GlyphRun> edge) {
        return runs.stream().mapToDouble(edge).min().orElse(0);
    }

    private static double most(List<GlyphRun> runs) {
        return runs.stream().mapToDouble(GlyphRun::bottom).max().orElse(0);
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values.length == 0 ? 0 : values[values.length / 2];
    }
}
