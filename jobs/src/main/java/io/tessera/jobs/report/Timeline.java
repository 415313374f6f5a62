/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Tracks over the whole length of a video: shots, movement, text and gaps. */
final class Timeline {
    private static final int MOST_STRETCHES = 1500;
    private static final double[] STEPS = {
        1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400
    };

    /** A stretch on a track; coordinates are shares of the whole. */
    private record Stretch(double from, double to, String style, double level, String label) {}

    private final double duration;
    private final List<Stretch> shots = new ArrayList<>();
    private final List<Stretch> motion = new ArrayList<>();
    private final List<Stretch> words = new ArrayList<>();
    private final List<Stretch> gaps = new ArrayList<>();

    Timeline(double durationSeconds) {
        duration = Math.max(durationSeconds, 0.001);
    }

    /** Adds what a chunk's line says. */
    void add(JsonNode chunk) {
        JsonNode facts = chunk.path("facts");
        addShots(facts.path("shots"));
        for (JsonNode stretch : facts.path("motion")) {
            boolean moving = stretch.path("moving").asBoolean();
            double level =
                    moving
                            ? 0.45 + 0.55 * Math.min(1, stretch.path("amount").asDouble() / 24)
                            : 0.3;
            add(
                    motion,
                    stretch,
                    moving ? "moving" : "stillness",
                    level,
                    moving ? "Moving" : "Still");
        }
        for (JsonNode text : chunk.path("text")) {
            double from = text.path("seconds").asDouble();
            double to = Math.max(text.path("endSeconds").asDouble(from), from + duration / 400);
            add(words, from, to, "word", 1, Words.field(text, "text"));
        }
        for (JsonNode span : facts.path("black")) {
            add(gaps, span, "blackness", 1, "Black");
        }
        for (JsonNode span : facts.path("frozen")) {
            add(gaps, span, "frozenness", 1, "Frozen");
        }
    }

    /** A chunk's first shot goes on with the last one before it: a chunk's edge is no cut. */
    private void addShots(JsonNode added) {
        boolean first = !shots.isEmpty();
        for (JsonNode shot : added) {
            if (first) {
                Stretch last = shots.remove(shots.size() - 1);
                double to = Math.max(last.to(), share(shot.path("endSeconds").asDouble()));
                shots.add(new Stretch(last.from(), to, last.style(), 1, last.label()));
            } else {
                add(shots, shot, shots.size() % 2 == 0 ? "shot-a" : "shot-b", 1, "Shot");
            }
            first = false;
        }
    }

    private void add(List<Stretch> track, JsonNode span, String style, double level, String label) {
        double from = span.path("startSeconds").asDouble();
        add(track, from, span.path("endSeconds").asDouble(from), style, level, label);
    }

    private void add(
            List<Stretch> track, double from, double to, String style, double level, String label) {
        if (track.size() < MOST_STRETCHES && to > from) {
            track.add(new Stretch(share(from), share(to), style, level, label));
        }
    }

    private double share(double seconds) {
        return Math.min(1, Math.max(0, seconds / duration));
    }

    void write(Html html) throws IOException {
        html.raw("<div class=\"tracks\">");
        track(html, "Shots", shots);
        track(html, "Motion", motion);
        if (!words.isEmpty()) {
            track(html, "Text", words);
        }
        if (!gaps.isEmpty()) {
            track(html, "Still", gaps);
        }
        axis(html);
        html.raw("</div>\n");
    }

    private void track(Html html, String name, List<Stretch> stretches) throws IOException {
        html.raw("<div class=\"track\"><span>")
                .text(name)
                .raw(
                        "</span><svg aria-hidden=\"true\"><rect class=\"rail\" width=\"100%\""
                                + " height=\"14\" rx=\"3\"/>");
        for (Stretch stretch : stretches) {
            double height = 14 * stretch.level();
            html.raw("<rect class=\"")
                    .raw(stretch.style())
                    .raw("\" x=\"")
                    .number(100 * stretch.from());
            html.raw("%\" width=\"")
                    .number(Math.max(0.15, 100 * (stretch.to() - stretch.from()) - 0.08))
                    .raw("%\" y=\"")
                    .number(14 - height)
                    .raw("\" height=\"")
                    .number(height)
                    .raw("\" rx=\"2\"><title>")
                    .text(describe(stretch))
                    .raw("</title></rect>");
        }
        html.raw("</svg></div>");
    }

    private String describe(Stretch stretch) {
        return "%s  %s - %s"
                .formatted(
                        stretch.label(),
                        Words.time(stretch.from() * duration, true),
                        Words.time(stretch.to() * duration, true));
    }

    private void axis(Html html) throws IOException {
        double step = STEPS[STEPS.length - 1];
        for (double candidate : STEPS) {
            if (duration / candidate <= 6) {
                step = candidate;
                break;
            }
        }
        html.raw("<div class=\"track axis\"><span></span><svg aria-hidden=\"true\">");
        for (double at = 0; at <= duration; at += step) {
            double x = 100 * share(at);
            html.raw("<line class=\"tick\" x1=\"").number(x).raw("%\" x2=\"").number(x);
            html.raw("%\" y1=\"0\" y2=\"5\"/><text class=\"tick-label\" y=\"17\" x=\"")
                    .number(x)
                    .raw("%\" text-anchor=\"")
                    .raw(anchor(x))
                    .raw("\">")
                    .text(Words.time(at, false))
                    .raw("</text>");
        }
        html.raw("</svg></div>");
    }

    private static String anchor(double x) {
        if (x < 2) {
            return "start";
        }
        return x > 97 ? "end" : "middle";
    }
}
