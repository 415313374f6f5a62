/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a video shows of itself: a reel of frames, tracks over its length, its chunks. */
final class VideoPart {
    private static final int MOST_CHUNKS = 240;
    private static final int MOST_SHEETS = 24;
    private static final int REEL = 10;

    private final Html html;
    private final Pictures pictures;
    private final ReportIndex index;

    VideoPart(Html html, Pictures pictures, ReportIndex index) {
        this.html = html;
        this.pictures = pictures;
        this.index = index;
    }

    void write(ReportIndex.Entry entry) throws IOException {
        List<Long> units = entry.units();
        if (units.isEmpty()) {
            return;
        }
        JsonNode video = entry.input().path("video");
        Map<Long, Pictures.Picture> sheets = embedSheets(units);
        reel(units, sheets, video);
        timeline(units, video.path("durationSeconds").asDouble());
        html.raw("<ol class=\"chunks\">\n");
        for (long unit : units.subList(0, Math.min(units.size(), MOST_CHUNKS))) {
            chunk(index.line(unit), sheets.get(unit));
        }
        html.raw("</ol>\n");
        if (units.size() > MOST_CHUNKS) {
            html.raw("<p class=\"more\">")
                    .text(
                            "and %d more chunks in results.jsonl"
                                    .formatted(units.size() - MOST_CHUNKS))
                    .raw("</p>\n");
        }
    }

    private Map<Long, Pictures.Picture> embedSheets(List<Long> units) throws IOException {
        Map<Long, Pictures.Picture> sheets = new LinkedHashMap<>();
        int wanted = Math.min(MOST_SHEETS, units.size());
        for (int i = 0; i < wanted; i++) {
            long unit = units.get((int) ((long) i * units.size() / wanted));
            JsonNode composite = index.line(unit).path("composite");
            pictures.embed(html, composite).ifPresent(picture -> sheets.put(unit, picture));
        }
        return sheets;
    }

    private void reel(List<Long> units, Map<Long, Pictures.Picture> sheets, JsonNode video)
            throws IOException {
        List<long[]> frames = new ArrayList<>();
        for (long unit : units) {
            if (sheets.containsKey(unit)) {
                int count = index.line(unit).path("frameSeconds").size();
                for (int i = 0; i < count; i++) {
                    frames.add(new long[] {unit, i});
                }
            }
        }
        if (frames.isEmpty()) {
            return;
        }
        html.raw("<div class=\"reel\">");
        int shown = Math.min(REEL, frames.size());
        for (int i = 0; i < shown; i++) {
            long[] frame = frames.get((int) ((2L * i + 1) * frames.size() / (2L * shown)));
            Pictures.Picture sheet = sheets.get(frame[0]);
            if (sheet != null) {
                frame(index.line(frame[0]), (int) frame[1], sheet, video);
            }
        }
        html.raw("</div>\n");
    }

    private void frame(ObjectNode chunk, int frame, Pictures.Picture sheet, JsonNode video)
            throws IOException {
        JsonNode seconds = chunk.path("frameSeconds");
        JsonNode grid = chunk.path("composite").path("grid");
        double[] cell =
                SheetCells.cell(
                        frame,
                        seconds.size(),
                        video.path("width").asInt(),
                        video.path("height").asInt(),
                        new int[] {sheet.width(), sheet.height()},
                        new int[] {grid.path(0).asInt(1), grid.path(1).asInt(1)});
        String time = Words.time(seconds.path(frame).asDouble(), true);
        html.raw("<figure>");
        Pictures.show(html, sheet, cell, "Frame at " + time);
        html.raw("<figcaption>").text(time).raw("</figcaption></figure>");
    }

    private void timeline(List<Long> units, double duration) throws IOException {
        double end = duration;
        if (end <= 0) {
            end = index.line(units.get(units.size() - 1)).path("endSeconds").asDouble();
        }
        Timeline timeline = new Timeline(end);
        for (long unit : units) {
            timeline.add(index.line(unit));
        }
        timeline.write(html);
    }

    private void chunk(ObjectNode chunk, Pictures.@Nullable Picture sheet) throws IOException {
        html.raw("<li class=\"chunk\"><div class=\"span\">")
                .text(Words.time(chunk.path("startSeconds").asDouble(), false))
                .raw(" &ndash; ")
                .text(Words.time(chunk.path("endSeconds").asDouble(), false))
                .raw("</div><div>");
        String caption = Words.field(chunk, "caption");
        if (caption.isEmpty()) {
            html.raw("<p class=\"caption absent\">").text(why(chunk)).raw("</p>");
        } else {
            html.raw("<p class=\"caption\" dir=\"auto\">").text(caption).raw("</p>");
        }
        facts(chunk);
        seen(chunk);
        if (sheet != null) {
            // The first one is open: it says what a sheet is.
            html.raw(chunk.path("index").asInt() == 0 ? "<details open>" : "<details>")
                    .raw("<summary>Contact sheet of ")
                    .text(Words.count(chunk.path("frameSeconds").size(), "frame"))
                    .raw("</summary><div class=\"sheet\">");
            Pictures.show(html, sheet, Pictures.whole(sheet), "Contact sheet");
            html.raw("</div></details>");
        }
        html.raw("</div></li>\n");
    }

    private static String why(ObjectNode chunk) {
        String reason = Words.field(chunk, "reason");
        return Words.field(chunk, "state")
                + " "
                + Words.field(chunk, "code")
                + (reason.isEmpty() ? "" : ": " + reason);
    }

    private void facts(ObjectNode chunk) throws IOException {
        JsonNode facts = chunk.path("facts");
        if (!facts.isObject()) {
            return;
        }
        html.raw("<div class=\"facts\">");
        if (!facts.path("colours").isEmpty()) {
            html.raw("<span class=\"swatches\">");
            for (JsonNode colour : facts.path("colours")) {
                swatch(colour);
            }
            html.raw("</span>");
        }
        html.raw("<span>").text(Words.count(facts.path("shots").size(), "shot")).raw("</span>");
        long expected = facts.path("framesExpected").asLong();
        long decoded = facts.path("framesDecoded").asLong();
        long flagged = facts.path("framesFlagged").asLong();
        html.raw("<span>").text("%d of %d frames".formatted(decoded, expected));
        if (flagged > 0) {
            html.text(", %d damaged".formatted(flagged));
        }
        html.raw("</span></div>");
    }

    private void swatch(JsonNode colour) throws IOException {
        String rgb = Words.field(colour, "rgb");
        if (rgb.matches("#[0-9a-fA-F]{6}")) {
            html.raw("<svg role=\"img\"><title>")
                    .text(
                            Words.field(colour, "name")
                                    + " "
                                    + Words.percent(colour.path("share").asDouble()))
                    .raw("</title><rect width=\"100%\" height=\"100%\" rx=\"5\" fill=\"")
                    .text(rgb)
                    .raw("\"/></svg>");
        }
    }

    private void seen(ObjectNode chunk) throws IOException {
        JsonNode codes = chunk.path("facts").path("codes");
        if (chunk.path("text").isEmpty() && codes.isEmpty()) {
            return;
        }
        html.raw("<ul class=\"seen\">");
        int left = 24;
        for (JsonNode text : chunk.path("text")) {
            if (left-- > 0) {
                seen(Words.field(text, "text"), text.path("seconds").asDouble(), "");
            }
        }
        for (JsonNode code : codes) {
            if (left-- > 0) {
                seen(
                        Words.field(code, "text"),
                        code.path("seconds").asDouble(),
                        Words.field(code, "format"));
            }
        }
        html.raw("</ul>");
    }

    private void seen(String text, double seconds, String format) throws IOException {
        html.raw("<li><bdi>").text(text).raw("</bdi> <small>");
        html.text(format.isEmpty() ? "" : format + " ").text(Words.time(seconds, true));
        html.raw("</small></li>");
    }
}
