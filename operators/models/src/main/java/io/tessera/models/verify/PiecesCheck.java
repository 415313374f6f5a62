/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.verify;

import com.fasterxml.jackson.databind.JsonNode;
import io.tessera.imaging.RgbImage;
import io.tessera.imaging.partition.Layout;
import io.tessera.imaging.partition.Pieces;
import io.tessera.imaging.tensor.GlobalView;
import io.tessera.imaging.tensor.Statistics;
import io.tessera.models.checkpoint.BadCheckpoint;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;

/** Compares a cut picture with a recorded one. */
final class PiecesCheck {
    private PiecesCheck() {}

    static void layout(Layout layout, JsonNode expect, Findings findings) {
        findings.same(
                "grid",
                List.of(layout.grid().rows(), layout.grid().columns()),
                numbers(expect.path("grid")));
        findings.same(
                "canvas",
                List.of(layout.canvasWidth(), layout.canvasHeight()),
                numbers(expect.path("canvas")));
        findings.same("tokens", layout.tokenCount(), expect.path("tokens").asInt());
    }

    private static List<Integer> numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asInt).toList();
    }

    static void pixels(Pieces pieces, JsonNode expect, Findings findings) {
        findings.same(
                "canvas_sha256", pieces.canvas().sha256(), expect.path("canvas_sha256").asText());
        List<String> tiles =
                StreamSupport.stream(expect.path("tiles").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList();
        findings.same("tiles", pieces.tileDigests(), tiles);
        JsonNode thumbnail = expect.path("thumbnail");
        findings.same(
                "thumbnail",
                pieces.thumbnail().map(RgbImage::sha256).orElse("none"),
                thumbnail.isTextual() ? thumbnail.asText() : "none");
    }

    static void global(
            RecordedCase recorded,
            Pieces pieces,
            Statistics statistics,
            JsonNode expect,
            Findings findings)
            throws IOException, CannotCheck, BadCheckpoint {
        JsonNode whole = expect.path("global");
        JsonNode stats = expect.path("global_stats");
        JsonNode rows = expect.path("global_rows");
        boolean wanted = whole.isTextual() || stats.isObject() || rows.isObject();
        findings.same("global view", pieces.layout().globalView(), wanted);
        if (!wanted || !pieces.layout().globalView()) {
            return;
        }
        int side = pieces.layout().tile();
        float[] view = GlobalView.of(pieces.canvas(), side, statistics);
        if (whole.isTextual()) {
            findings.close("global", view, recorded.floats(whole.asText()));
        }
        if (rows.isObject()) {
            findings.close(
                    "global_rows",
                    pick(view, side, numbers(rows.path("rows"))),
                    recorded.floats(rows.path("tensor").asText()));
        }
        if (stats.isObject()) {
            statistics(view, side, stats, findings);
        }
    }

    private static float[] pick(float[] view, int side, List<Integer> rows) {
        float[] picked = new float[3 * rows.size() * side];
        int at = 0;
        for (int channel = 0; channel < 3; channel++) {
            for (int row : rows) {
                System.arraycopy(view, (channel * side + row) * side, picked, at, side);
                at += side;
            }
        }
        return picked;
    }

    private static void statistics(float[] view, int side, JsonNode stats, Findings findings) {
        int plane = side * side;
        for (int channel = 0; channel < 3; channel++) {
            float[] values = Arrays.copyOfRange(view, channel * plane, (channel + 1) * plane);
            double mean = 0;
            for (float value : values) {
                mean += value;
            }
            mean /= plane;
            double spread = 0;
            for (float value : values) {
                spread += (value - mean) * (value - mean);
            }
            String where = " of channel " + channel;
            findings.close("mean" + where, mean, stats.path("mean").path(channel).asDouble());
            findings.close(
                    "std" + where,
                    Math.sqrt(spread / plane),
                    stats.path("std").path(channel).asDouble());
        }
        for (JsonNode sample : stats.path("samples")) {
            int at =
                    (sample.path(0).asInt() * side + sample.path(1).asInt()) * side
                            + sample.path(2).asInt();
            findings.close("sample " + sample, view[at], sample.path(3).asDouble());
        }
    }
}
