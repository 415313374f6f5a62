/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.verify;

import com.fasterxml.jackson.databind.JsonNode;
import io.tessera.imaging.Box;
import io.tessera.imaging.RgbImage;
import io.tessera.imaging.composite.VideoComposite;
import io.tessera.imaging.partition.Cutter;
import io.tessera.imaging.partition.Pieces;
import io.tessera.imaging.partition.XComposerVideoPartition;
import io.tessera.imaging.resample.Resampler;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The one picture that a video becomes; label boxes are compared blank. */
final class CompositeKind implements CaseKind {
    private static final int WHITE = 0xFFFFFF;

    private final Resampler resampler = new Resampler();
    private final Cutter cutter = new Cutter(resampler);

    @Override
    public String kind() {
        return "composite";
    }

    @Override
    public void check(RecordedCase recorded, Findings findings) throws Exception {
        String strategy = recorded.json().path("strategy").asText();
        if (!"xcomposer2d5-video".equals(strategy)) {
            throw new CannotCheck("no strategy " + strategy);
        }
        List<RgbImage> frames = new ArrayList<>();
        for (JsonNode frame : recorded.json().path("frames")) {
            frames.add(recorded.picture(frame));
        }
        VideoComposite composite = VideoComposite.of(VideoComposite.sizes(frames));
        JsonNode expect = recorded.expect();
        findings.same(
                "size",
                "[%d,%d]".formatted(composite.width(), composite.height()),
                expect.path("size").toString());
        findings.same(
                "orientation",
                composite.landscape() ? "landscape" : "portrait",
                expect.path("orientation").asText());
        List<Box> labels = IntStream.range(0, frames.size()).mapToObj(composite::labelBox).toList();
        findings.same("boxes", text(composite.places()), expect.path("boxes").toString());
        findings.same("labels", text(labels), expect.path("labels").toString());
        RgbImage canvas = composite.draw(frames, resampler);
        labels.forEach(label -> canvas.fill(label, WHITE));
        findings.same("sha256", canvas.sha256(), expect.path("sha256").asText());
        XComposerVideoPartition partition = new XComposerVideoPartition();
        Pieces pieces = cutter.cut(canvas, partition);
        JsonNode cut = expect.path("partition");
        PiecesCheck.layout(pieces.layout(), cut, findings);
        PiecesCheck.pixels(pieces, cut, findings);
        PiecesCheck.global(recorded, pieces, partition.statistics(), cut, findings);
    }

    private static String text(List<Box> boxes) {
        return boxes.stream()
                .map(box -> "[%d,%d,%d,%d]".formatted(box.x(), box.y(), box.width(), box.height()))
                .toList()
                .toString()
                .replace(" ", "");
    }
}
