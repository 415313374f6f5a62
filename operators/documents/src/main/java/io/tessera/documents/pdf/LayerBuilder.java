/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.pdf;

import io.tessera.documents.page.TextLayer;
import io.tessera.v1.Word;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;

/** Makes words, lines and paragraphs of the glyphs of a page. */
final class LayerBuilder {
    private static final double SAME_LINE = 0.45;
    private static final double PARAGRAPH_GAP = 1.3;
    private static final double OTHER_SIZE = 1.2;
    private static final double INDENT = 0.9;

    private final List<Word> words = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int lines = -1;
    private int block = -1;

    private LayerBuilder() {}

    /**
     * The text of a scanned page, or null where there is none.
     *
     * @param rotation that the page states
     */
    static @Nullable TextLayer build(ContentScan scan, PDPage page, int rotation) {
        boolean scanned = scan.imageCover() >= 0.5;
        List<PlacedGlyph> glyphs = new ArrayList<>(scan.glyphs());
        if (scanned) {
            glyphs.addAll(scan.invisible());
        }
        if (glyphs.stream().allMatch(glyph -> glyph.text().isBlank())) {
            return null;
        }
        double width = page.getCropBox().getWidth();
        double height = page.getCropBox().getHeight();
        int turn = prevailing(glyphs, rotation);
        LayerBuilder builder = new LayerBuilder();
        SortedMap<Integer, List<Glyph>> byAngle = new TreeMap<>();
        for (PlacedGlyph glyph : glyphs) {
            byAngle.computeIfAbsent(glyph.askew(turn), angle -> new ArrayList<>())
                    .add(glyph.shown(width, height, turn));
        }
        byAngle.forEach(builder::add);
        return new TextLayer(
                builder.words,
                builder.text.toString(),
                (turn - rotation + 360) % 360,
                scan.shown(),
                scan.unmapped(),
                scanned ? scan.invisible().size() : 0,
                scan.imageCover());
    }

    /** The turn at which most glyphs stand level; the page's own where that is as good. */
    private static int prevailing(List<PlacedGlyph> glyphs, int rotation) {
        int[] level = new int[4];
        for (PlacedGlyph glyph : glyphs) {
            level[glyph.nearestTurn() / 90] += glyph.text().isBlank() ? 0 : 1;
        }
        int best = rotation / 90;
        for (int quarter = 0; quarter < 4; quarter++) {
            best = level[quarter] > level[best] ? quarter : best;
        }
        return best * 90;
    }

    /** Adds the text that runs at {@code angle} degrees on the upright page. */
    private void add(int angle, List<Glyph> glyphs) {
        for (List<GlyphRun> region : ReadingOrder.regions(GlyphRuns.of(glyphs))) {
            addRegion(region, Frame.of(angle));
        }
    }

    private void addRegion(List<GlyphRun> region, Frame frame) {
        List<List<GlyphRun>> rows = lines(region);
        double pitch = pitch(rows);
        double left = region.stream().mapToDouble(GlyphRun::left).min().orElse(0);
        List<GlyphRun> before = List.of();
        for (List<GlyphRun> runs : rows) {
            boolean fresh = before.isEmpty() || parts(before, runs, pitch, left);
            if (!words.isEmpty()) {
                text.append(fresh ? "\n\n" : "\n");
            }
            block += fresh ? 1 : 0;
            lines++;
            addLine(runs, frame);
            before = runs;
        }
    }

    private void addLine(List<GlyphRun> runs, Frame frame) {
        List<List<Glyph>> line = new ArrayList<>();
        runs.forEach(run -> line.addAll(run.words()));
        line.sort(Comparator.comparingDouble(word -> word.get(0).x()));
        boolean first = true;
        for (List<Glyph> word : line) {
            StringBuilder letters = new StringBuilder();
            word.forEach(glyph -> letters.append(glyph.text()));
            String composed = compose(letters.toString());
            text.append(first ? "" : " ").append(composed);
            words.add(new Word(composed, frame.around(word), 1.0, lines, block));
            first = false;
        }
    }

    /** Ligatures and presentation forms become letters; all else is only composed. */
    private static String compose(String text) {
        boolean forms =
                text.chars()
                        .anyMatch(
                                c -> (c >= 0xfb00 && c <= 0xfdff) || (c >= 0xfe70 && c <= 0xfefc));
        return Normalizer.normalize(text, forms ? Normalizer.Form.NFKC : Normalizer.Form.NFC)
                .replace("\u00ad", "-");
    }

    private static List<List<GlyphRun>> lines(List<GlyphRun> region) {
        List<GlyphRun> sorted = new ArrayList<>(region);
        sorted.sort(Comparator.comparingDouble(GlyphRun::baseline));
        List<List<GlyphRun>> lines = new ArrayList<>();
        for (GlyphRun run : sorted) {
            List<GlyphRun> last = lines.isEmpty() ? List.of() : lines.get(lines.size() - 1);
            if (!last.isEmpty() && sameLine(last.get(0), run)) {
                last.add(run);
            } else {
                lines.add(new ArrayList<>(List.of(run)));
            }
        }
        lines.forEach(line -> line.sort(Comparator.comparingDouble(GlyphRun::left)));
        return lines;
    }

    private static boolean sameLine(GlyphRun a, GlyphRun b) {
        return Math.abs(a.baseline() - b.baseline()) < SAME_LINE * Math.max(a.size(), b.size());
    }

    private static double pitch(List<List<GlyphRun>> lines) {
        double[] gaps = new double[Math.max(0, lines.size() - 1)];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = lines.get(i + 1).get(0).baseline() - lines.get(i).get(0).baseline();
        }
        Arrays.sort(gaps);
        return gaps.length == 0 ? 0 : gaps[(gaps.length - 1) / 2];
    }

    /** Whether a paragraph ends between two lines: by a gap, another size of type or an indent. */
    private static boolean parts(
            List<GlyphRun> before, List<GlyphRun> runs, double pitch, double left) {
        GlyphRun upper = before.get(0);
        GlyphRun lower = runs.get(0);
        double ratio = Math.max(upper.size(), lower.size()) / Math.min(upper.size(), lower.size());
        double gap = lower.baseline() - upper.baseline();
        boolean indented =
                lower.left() - left > INDENT * lower.size()
                        && upper.left() - left < INDENT / 2 * lower.size()
                        && lower.left() - left < 4 * lower.size()
                        && runs.size() == 1;
        return gap > PARAGRAPH_GAP * Math.max(pitch, lower.size())
                || ratio > OTHER_SIZE
                || indented;
    }
}
