/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The top of an input's section: what it is, how it ended and why. */
final class InputHead {
    private final Html html;

    InputHead(Html html) {
        this.html = html;
    }

    void write(ObjectNode input) throws IOException {
        String shown = Words.field(input, "input");
        String state = Words.field(input, "state");
        html.raw("<div class=\"top\"><div class=\"row\"><h2><bdi>")
                .text(nameOf(shown))
                .raw("</bdi></h2><span class=\"state ")
                .raw(Words.stateClass(state))
                .raw("\">")
                .text(state)
                .raw("</span>");
        planned(html, input);
        html.raw("</div>");
        if (!nameOf(shown).equals(shown)) {
            html.raw("<p class=\"path\"><bdi>").text(shown).raw("</bdi></p>");
        }
        html.raw("<ul class=\"meta\">");
        for (String item : meta(input)) {
            html.raw("<li>").text(item).raw("</li>");
        }
        html.raw("</ul></div>\n");
        notes(input, Words.stateClass(state));
    }

    /** Says whether a sample ended as planned. */
    static void planned(Html html, ObjectNode input) throws IOException {
        String planned = Words.field(input, "planned");
        if (!planned.isEmpty()) {
            boolean asPlanned = planned.equals(Words.field(input, "state"));
            html.raw("<span class=\"planned\">")
                    .text(asPlanned ? "as planned" : "planned: " + planned)
                    .raw("</span>");
        }
    }

    static String nameOf(String shown) {
        String trimmed = shown.replaceFirst("/+$", "");
        return trimmed.substring(trimmed.lastIndexOf('/') + 1);
    }

    private static List<String> meta(ObjectNode input) {
        List<String> items = new ArrayList<>();
        JsonNode video = input.path("video");
        if (video.hasNonNull("codec")) {
            items.add(Words.field(video, "codec").toUpperCase(Locale.ROOT));
            items.add(
                    "%d x %d".formatted(video.path("width").asInt(), video.path("height").asInt()));
            items.add(Words.time(video.path("durationSeconds").asDouble(), false));
            items.add(Words.count(video.path("chunks").asInt(), "chunk"));
            if (video.path("hasAudio").asBoolean()) {
                items.add("has audio, not transcribed");
            }
        }
        JsonNode document = input.path("document");
        if (document.hasNonNull("mediaType")) {
            items.add(Words.field(document, "mediaType"));
            items.add(Words.count(document.path("pagesDeclared").asInt(), "page"));
        }
        if (input.hasNonNull("bytes")) {
            items.add(Words.bytes(input.get("bytes").asLong()));
        }
        items.add(
                input.path("resumed").asBoolean()
                        ? "from an earlier run"
                        : "read in " + Words.seconds(input.path("seconds").asDouble()));
        if (input.path("attempts").asInt() > 1) {
            items.add(Words.count(input.get("attempts").asInt(), "attempt"));
        }
        return items;
    }

    private void notes(ObjectNode input, String style) throws IOException {
        String reason = Words.field(input, "reason");
        String code = Words.field(input, "code");
        boolean any =
                !reason.isEmpty()
                        || !code.isEmpty()
                        || !input.path("missing").isEmpty()
                        || !input.path("warnings").isEmpty();
        if (!any) {
            return;
        }
        html.raw("<div class=\"notes\">");
        if (!reason.isEmpty() || !code.isEmpty()) {
            html.raw("<p class=\"note ").raw(style.equals("ok") ? "none" : style).raw("\">");
            if (!code.isEmpty()) {
                html.raw("<code>").text(code).raw("</code> ");
            }
            html.text(reason).raw("</p>");
        }
        for (JsonNode missing : input.path("missing")) {
            html.raw("<p class=\"note part\"><b>Missing</b> ").text(missing.asText()).raw("</p>");
        }
        for (JsonNode warning : input.path("warnings")) {
            html.raw("<p class=\"note\"><b>Note</b> ").text(warning.asText()).raw("</p>");
        }
        html.raw("</div>\n");
    }
}
