/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What a document shows of itself: its pages beside their text, and answers about it. */
final class DocumentPart {
    private static final int MOST_PAGES = 200;

    private final Html html;
    private final Pictures pictures;
    private final ReportIndex index;

    DocumentPart(Html html, Pictures pictures, ReportIndex index) {
        this.html = html;
        this.pictures = pictures;
        this.index = index;
    }

    void write(ReportIndex.Entry entry) throws IOException {
        List<Long> units = entry.units();
        if (units.isEmpty()) {
            return;
        }
        html.raw("<ol class=\"pages\">\n");
        for (long unit : units.subList(0, Math.min(units.size(), MOST_PAGES))) {
            ObjectNode line = index.line(unit);
            if (line.path("type").asText().equals("answer")) {
                answer(line);
            } else {
                page(line);
            }
        }
        html.raw("</ol>\n");
        if (units.size() > MOST_PAGES) {
            html.raw("<p class=\"more\">")
                    .text("and %d more pages in results.jsonl".formatted(units.size() - MOST_PAGES))
                    .raw("</p>\n");
        }
    }

    private void page(ObjectNode page) throws IOException {
        Optional<Pictures.Picture> thumbnail = pictures.embed(html, page.path("thumbnail"));
        String number = "Page " + page.path("page").asInt();
        html.raw("<li class=\"page\"><figure>");
        if (thumbnail.isPresent()) {
            Pictures.show(html, thumbnail.get(), Pictures.whole(thumbnail.get()), number);
        } else {
            html.raw("<div class=\"blank\">no picture</div>");
        }
        html.raw("</figure><div><h3>").text(number);
        String state = Words.field(page, "state");
        if (!state.equals("RECOGNISED")) {
            html.raw(" <span class=\"state ")
                    .raw(Words.stateClass(state))
                    .raw("\">")
                    .text(state)
                    .raw("</span>");
        }
        html.raw("</h3>");
        facts(page);
        String reason = Words.field(page, "reason");
        if (!reason.isEmpty()) {
            html.raw("<p>").text(reason).raw("</p>");
        }
        String text = Words.field(page, "text");
        if (!text.isBlank()) {
            html.raw("<pre class=\"text\" dir=\"auto\" tabindex=\"0\">").text(text).raw("</pre>");
        }
        html.raw("</div></li>\n");
    }

    private void facts(ObjectNode page) throws IOException {
        html.raw("<div class=\"facts\">");
        String source = Words.field(page, "source");
        if (!source.isEmpty()) {
            fact(source.equals("ocr") ? "recognised" : source.replace('-', ' '));
        }
        if (page.hasNonNull("confidence")) {
            double confidence = page.get("confidence").asDouble();
            html.raw(
                            "<span><svg class=\"meter\" aria-hidden=\"true\"><rect class=\"full\""
                                    + " width=\"100%\" height=\"6\" rx=\"3\"/><rect class=\"part\""
                                    + " height=\"6\" rx=\"3\" width=\"")
                    .number(100 * Math.min(1, Math.max(0, confidence)))
                    .raw("%\"/></svg>")
                    .text(Words.percent(confidence))
                    .raw("</span>");
        }
        String language = Words.field(page, "language");
        if (!language.isEmpty()) {
            fact(language);
        }
        int rotation = page.path("rotation").asInt();
        if (rotation != 0) {
            fact("turned by %d degrees".formatted(rotation));
        }
        if (page.hasNonNull("duplicateOf")) {
            fact("same as page %d".formatted(page.get("duplicateOf").asInt()));
        }
        String code = Words.field(page, "code");
        if (!code.isEmpty()) {
            fact(code);
        }
        for (JsonNode found : page.path("codes")) {
            fact(Words.field(found, "format") + " " + Words.field(found, "text"));
        }
        html.raw("</div>");
    }

    private void fact(String text) throws IOException {
        html.raw("<span>").text(text).raw("</span>");
    }

    private void answer(ObjectNode answer) throws IOException {
        html.raw("<li class=\"answer\"><p class=\"q\">").text(Words.field(answer, "question"));
        String text = Words.field(answer, "answer");
        html.raw("</p><p class=\"a\" dir=\"auto\">")
                .text(text.isEmpty() ? "No answer in this document" : text)
                .raw("</p>");
        String quote = Words.field(answer, "quote");
        if (!quote.isEmpty()) {
            html.raw("<blockquote dir=\"auto\">")
                    .text(quote)
                    .raw(" <small>")
                    .text("page " + answer.path("page").asInt())
                    .raw("</small></blockquote>");
        }
        html.raw("</li>\n");
    }
}
