/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.results;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tessera.v1.DecodeHealth;
import io.tessera.v1.Document;
import io.tessera.v1.DocumentProbe;
import io.tessera.v1.MediaReference;
import io.tessera.v1.UnitCount;
import io.tessera.v1.UnitState;
import io.tessera.v1.Video;
import io.tessera.v1.VideoProbe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The line of an input, which comes after those of its units. */
public final class InputLine {
    private InputLine() {}

    /** The line of a video record that was read back. */
    public static ObjectNode of(Circumstance at, Video video) {
        ObjectNode line = begin(at, "video", video.getCode(), video.getReason());
        line.set("warnings", Json.texts(video.getWarnings()));
        line.set("missing", Json.texts(video.getMissing()));
        circumstance(line, at, video.getMedia());
        line.set("video", video(video));
        return planned(line, at);
    }

    /** The line of a document record that was read back. */
    public static ObjectNode of(Circumstance at, Document document) {
        ObjectNode line = begin(at, "document", document.getCode(), document.getReason());
        line.set("warnings", Json.texts(document.getWarnings()));
        line.set("missing", Json.texts(document.getMissing()));
        circumstance(line, at, document.getMedia());
        line.set("document", document(document));
        return planned(line, at);
    }

    private static ObjectNode begin(
            Circumstance at, String kind, @Nullable String code, @Nullable String reason) {
        return Json.line("input")
                .put("input", at.input())
                .put("inputId", at.reply().getInputId())
                .put("kind", kind)
                .put("state", at.reply().getState().name())
                .put("code", code)
                .put("reason", reason);
    }

    private static void circumstance(ObjectNode line, Circumstance at, MediaReference media) {
        line.put("attempts", at.attempts());
        line.put("resumed", at.reply().getResumed());
        line.put("pipelineId", at.reply().getPipelineId());
        line.put("bytes", media.getLength());
        line.put("sha256", media.getSha256());
        line.put("seconds", Math.round(at.seconds() * 1000) / 1000.0);
    }

    private static ObjectNode planned(ObjectNode line, Circumstance at) {
        return at.planned() == null ? line : line.put("planned", at.planned());
    }

    private static ObjectNode video(Video video) {
        ObjectNode node = Json.object();
        VideoProbe probe = video.getProbe();
        if (probe != null) {
            node.put("codec", probe.getCodec());
            node.put("width", probe.getWidth());
            node.put("height", probe.getHeight());
            node.put("rotation", probe.getRotation());
            node.put("hasAudio", probe.getHasAudio());
            node.put("durationSeconds", Json.seconds(probe.getDurationMicros()));
            node.put("container", probe.getContainer());
        } else {
            node.putNull("codec").putNull("width").putNull("height").putNull("rotation");
            node.putNull("hasAudio").putNull("durationSeconds");
        }
        DecodeHealth health = video.getHealth();
        node.put("packets", probe == null ? 0 : probe.getPackets());
        node.put("framesExpected", health == null ? 0 : health.getFramesExpected());
        node.put("framesDecoded", health == null ? 0 : health.getFramesDecoded());
        node.put("framesFlagged", health == null ? 0 : health.getFramesFlagged());
        node.put("framesSampled", health == null ? 0 : health.getFramesSampled());
        node.put("chunks", video.getUnits().size());
        return node;
    }

    private static ObjectNode document(Document document) {
        ObjectNode node = Json.object();
        DocumentProbe probe = document.getProbe();
        node.put("mediaType", probe == null ? null : probe.getMediaType());
        node.put("pagesDeclared", probe == null ? 0 : probe.getPagesDeclared());
        List<UnitCount> counts = document.getCounts();
        node.put("pagesRecognised", count(counts, UnitState.RECOGNISED));
        node.put("pagesBlank", count(counts, UnitState.BLANK));
        node.put("pagesDuplicate", count(counts, UnitState.DUPLICATE));
        node.put("pagesRefused", count(counts, UnitState.REFUSED));
        node.put("pagesFailed", count(counts, UnitState.FAILED));
        return node;
    }

    private static int count(List<UnitCount> counts, UnitState state) {
        return counts.stream()
                .filter(count -> count.getState() == state)
                .mapToInt(UnitCount::getCount)
                .sum();
    }
}
