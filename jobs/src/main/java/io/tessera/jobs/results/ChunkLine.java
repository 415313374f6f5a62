/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.results;

import static io.tessera.jobs.results.Json.seconds;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tessera.contract.identity.Identity;
import io.tessera.v1.Artefact;
import io.tessera.v1.Caption;
import io.tessera.v1.ChunkFacts;
import io.tessera.v1.Colour;
import io.tessera.v1.DecodeHealth;
import io.tessera.v1.Motion;
import io.tessera.v1.SeenCode;
import io.tessera.v1.SeenText;
import io.tessera.v1.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The line of a chunk. */
public final class ChunkLine {
    private ChunkLine() {}

    /**
     * The line of a caption that was read back.
     *
     * @param input what was typed
     */
    public static ObjectNode of(String input, Caption caption) {
        ObjectNode line = Json.line("chunk");
        line.put("input", input);
        line.put("inputId", caption.getInputId());
        line.put("index", caption.getIndex());
        line.put("startSeconds", seconds(caption.getStartMicros()));
        line.put("endSeconds", seconds(caption.getEndMicros()));
        line.put("state", caption.getState().name());
        line.put("code", caption.getCode());
        line.put("reason", caption.getReason());
        line.set("missing", Json.texts(caption.getMissing()));
        line.put("caption", caption.getCaption());
        line.put(
                "origin",
                caption.getEngine() == null ? null : caption.getEngine().getOrigin().name());
        ChunkFacts facts = caption.getFacts();
        line.set("facts", facts == null ? null : facts(facts));
        line.set("text", texts(facts == null ? List.of() : facts.getText()));
        ArrayNode frames = Json.array();
        if (facts != null) {
            facts.getFrameMicros().forEach(micros -> frames.add(seconds(micros)));
        }
        line.set("frameSeconds", frames);
        line.set("composite", composite(caption.getComposite()));
        line.put("key", leafKey(caption));
        return line;
    }

    private static String leafKey(Caption caption) {
        return Identity.leafKey(
                Identity.item(
                        caption.getTenant(),
                        caption.getPipelineId(),
                        caption.getInputId(),
                        caption.getUnit()));
    }

    private static ObjectNode facts(ChunkFacts facts) {
        ObjectNode node = Json.object();
        node.set("shots", spans(facts.getShots()));
        ArrayNode motion = Json.array();
        for (Motion stretch : facts.getMotion()) {
            motion.add(
                    span(stretch.getStartMicros(), stretch.getEndMicros())
                            .put("moving", stretch.getMoving())
                            .put("amount", stretch.getAmount()));
        }
        node.set("motion", motion);
        ArrayNode colours = Json.array();
        for (Colour colour : facts.getColours()) {
            colours.addObject()
                    .put("name", colour.getName())
                    .put("rgb", colour.getRgb())
                    .put("share", colour.getShare());
        }
        node.set("colours", colours);
        ArrayNode codes = Json.array();
        for (SeenCode code : facts.getCodes()) {
            ObjectNode one = codes.addObject();
            one.put("format", code.getFormat()).put("text", code.getText());
            Long at = code.getAtMicros();
            one.put("seconds", at == null ? null : (Double) seconds(at));
        }
        node.set("codes", codes);
        node.set("black", spans(facts.getBlack()));
        node.set("frozen", spans(facts.getFrozen()));
        node.put("brightness", facts.getBrightness());
        DecodeHealth health = facts.getHealth();
        node.put("packets", health.getPackets());
        node.put("framesExpected", health.getFramesExpected());
        node.put("framesDecoded", health.getFramesDecoded());
        node.put("framesFlagged", health.getFramesFlagged());
        node.put("framesSampled", health.getFramesSampled());
        return node;
    }

    private static ArrayNode texts(List<SeenText> texts) {
        ArrayNode array = Json.array();
        for (SeenText text : texts) {
            array.addObject()
                    .put("text", text.getText())
                    .put("confidence", text.getConfidence())
                    .put("seconds", seconds(text.getStartMicros()))
                    .put("endSeconds", seconds(text.getEndMicros()));
        }
        return array;
    }

    private static ArrayNode spans(List<Span> spans) {
        ArrayNode array = Json.array();
        spans.forEach(span -> array.add(span(span.getStartMicros(), span.getEndMicros())));
        return array;
    }

    private static ObjectNode span(long startMicros, long endMicros) {
        return Json.object()
                .put("startSeconds", seconds(startMicros))
                .put("endSeconds", seconds(endMicros));
    }

    private static @Nullable ObjectNode composite(@Nullable Artefact composite) {
        if (composite == null) {
            return null;
        }
        ObjectNode node = Json.object();
        node.put("key", composite.getKey());
        node.put("sha256", composite.getPixelSha256());
        node.put("width", composite.getWidth());
        node.put("height", composite.getHeight());
        node.set("grid", Json.array().add(composite.getRows()).add(composite.getColumns()));
        return node;
    }
}
