/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.results;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tessera.contract.identity.Identity;
import io.tessera.v1.Artefact;
import io.tessera.v1.Page;
import io.tessera.v1.PageFacts;
import io.tessera.v1.SeenCode;
import io.tessera.v1.TextSource;
import org.jspecify.annotations.Nullable;

/** The line of a page. */
public final class PageLine {
    private PageLine() {}

    /**
     * The line of a page that was read back.
     *
     * @param input what was typed
     */
    public static ObjectNode of(String input, Page page) {
        ObjectNode line = Json.line("page");
        line.put("input", input);
        line.put("inputId", page.getInputId());
        line.put("page", page.getPage());
        line.put("state", page.getState().name());
        line.put("code", page.getCode());
        line.put("reason", page.getReason());
        line.set("missing", Json.texts(page.getMissing()));
        line.put("duplicateOf", page.getDuplicateOf());
        PageFacts facts = page.getFacts();
        if (facts == null) {
            line.putNull("source").putNull("rotation").putNull("confidence").putNull("language");
        } else {
            line.put("source", source(facts.getSource()));
            line.put("rotation", facts.getRotation());
            line.put("confidence", facts.getConfidence());
            line.put("language", facts.getLanguage());
            line.put("width", facts.getWidth());
            line.put("height", facts.getHeight());
            line.set("codes", codes(facts));
        }
        line.put("text", page.getText());
        line.set("thumbnail", picture(page.getThumbnail()));
        line.put(
                "key",
                Identity.leafKey(
                        Identity.item(
                                page.getTenant(),
                                page.getPipelineId(),
                                page.getInputId(),
                                page.getUnit())));
        return line;
    }

    private static @Nullable String source(TextSource source) {
        return switch (source) {
            case TEXT_LAYER -> "text-layer";
            case OCR -> "ocr";
            case MODEL -> "model";
            case NONE -> null;
        };
    }

    private static ArrayNode codes(PageFacts facts) {
        ArrayNode codes = Json.array();
        for (SeenCode code : facts.getCodes()) {
            codes.addObject().put("format", code.getFormat()).put("text", code.getText());
        }
        return codes;
    }

    private static @Nullable ObjectNode picture(@Nullable Artefact picture) {
        if (picture == null) {
            return null;
        }
        return Json.object()
                .put("key", picture.getKey())
                .put("width", picture.getWidth())
                .put("height", picture.getHeight());
    }
}
