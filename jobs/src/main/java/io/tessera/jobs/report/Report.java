/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;

/**
 * One self-contained page about a run, made from its result lines and the pictures in the store. It
 * fetches nothing and runs nothing, and holds what was read as text only.
 */
public final class Report {
    private static final String MARK =
            "<svg viewBox=\"0 0 24 24\" aria-hidden=\"true\" fill=\"currentColor\"><rect x=\"1\""
                + " y=\"1\" width=\"10\" height=\"10\" rx=\"2\"/><rect x=\"13\" y=\"1\""
                + " width=\"10\" height=\"4.4\" rx=\"1.6\" opacity=\".75\"/><rect x=\"13\""
                + " y=\"6.6\" width=\"4.4\" height=\"4.4\" rx=\"1.4\" opacity=\".5\"/><rect"
                + " x=\"18.6\" y=\"6.6\" width=\"4.4\" height=\"4.4\" rx=\"1.4\""
                + " opacity=\".9\"/><rect x=\"1\" y=\"13\" width=\"4.4\" height=\"10\" rx=\"1.6\""
                + " opacity=\".55\"/><rect x=\"6.6\" y=\"13\" width=\"4.4\" height=\"10\""
                + " rx=\"1.6\" opacity=\".85\"/><rect x=\"13\" y=\"13\" width=\"10\" height=\"10\""
                + " rx=\"2\" opacity=\".65\"/></svg>";
    private static final String FILM =
            "<svg viewBox=\"0 0 18 18\" fill=\"none\" stroke=\"currentColor\""
                    + " stroke-width=\"1.5\"><rect x=\"2\" y=\"3\" width=\"14\" height=\"12\""
                    + " rx=\"2\"/><path d=\"M7.5 6.5v5l4-2.5z\" fill=\"currentColor\"/></svg>";
    private static final String SHEET =
            "<svg viewBox=\"0 0 18 18\" fill=\"none\" stroke=\"currentColor\""
                    + " stroke-width=\"1.5\"><path d=\"M4 2h7l3 3v11H4zM6.5 8h5M6.5 11h5\"/></svg>";

    private final ReportIndex index;
    private final Html html;
    private final Pictures pictures;

    private Report(ReportIndex index, Html html, Pictures pictures) {
        this.index = index;
        this.html = html;
        this.pictures = pictures;
    }

    /**
     * Writes the page. It appears whole or not at all.
     *
     * @param results file of result lines
     */
    public static void write(Path results, ArtefactSource store, Path page) throws IOException {
        ReportStyle style = ReportStyle.load();
        Path half = page.resolveSibling(page.getFileName() + ".part");
        try (ReportIndex index = ReportIndex.of(results);
                Writer out = Files.newBufferedWriter(half, StandardCharsets.UTF_8)) {
            new Report(index, new Html(out), new Pictures(store)).write(style);
        }
        Files.move(half, page, StandardCopyOption.REPLACE_EXISTING);
    }

    private void write(ReportStyle style) throws IOException {
        html.raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .raw("<meta http-equiv=\"Content-Security-Policy\" content=\"")
                .raw(style.policy())
                .raw("\">\n");
        html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .raw("<meta name=\"referrer\" content=\"no-referrer\">\n")
                .raw("<meta name=\"color-scheme\" content=\"light dark\">\n<title>")
                .text(title() + " - Tessera")
                .raw("</title>\n<style>")
                .raw(style.css())
                .raw("</style>\n</head>\n<body>\n");
        header();
        html.raw("<main>\n");
        contents();
        int number = 0;
        for (ReportIndex.Entry entry : index.inputs()) {
            section(entry, number++);
        }
        html.raw("</main>\n");
        footer();
        html.raw("</body>\n</html>\n");
    }

    private String title() {
        return Words.count(index.inputs().size(), "input") + " read";
    }

    private void header() throws IOException {
        html.raw("<header><div class=\"brand\">").raw(MARK).raw("<span>Tessera</span></div><h1>");
        html.text(headline())
                .raw("</h1><p class=\"lead\">")
                .text(lead())
                .raw("</p>\n<dl class=\"figures\">");
        figure("Inputs", Integer.toString(index.inputs().size()), "");
        states().forEach(this::stateFigure);
        if (index.chunks() > 0) {
            figure("Chunks of video", Long.toString(index.chunks()), "");
        }
        if (index.pages() > 0) {
            figure("Pages", Long.toString(index.pages()), "");
        }
        ObjectNode summary = index.summary();
        if (summary != null) {
            figure("Time", Words.seconds(summary.path("seconds").asDouble()), "");
            JsonNode ledger = summary.path("ledger");
            figure(
                    ledger.path("balanced").asBoolean() ? "Ledger, balanced" : "Ledger, open",
                    Long.toString(ledger.path("terminal").asLong()),
                    "of %d items".formatted(ledger.path("items").asLong()));
        }
        html.raw("</dl></header>\n");
    }

    private String headline() {
        long videos = kind("video");
        long documents = kind("document");
        if (videos > 0 && documents > 0) {
            return "%s and %s, read"
                    .formatted(Words.count(videos, "video"), Words.count(documents, "document"));
        }
        return (videos > 0 ? Words.count(videos, "video") : Words.count(documents, "document"))
                + ", read";
    }

    private String lead() {
        long measured =
                index.runs().stream()
                        .filter(run -> Words.field(run, "engine").equals("literal"))
                        .count();
        return measured == index.runs().size()
                ? "Everything below was measured from the pixels and the files themselves; no model"
                        + " generated any of it."
                : "Captions and answers below were generated by a model from the pictures shown"
                        + " beside them.";
    }

    private long kind(String kind) {
        return index.inputs().stream()
                .filter(entry -> Words.field(entry.input(), "kind").equals(kind))
                .count();
    }

    private Map<String, Integer> states() {
        Map<String, Integer> states = new TreeMap<>();
        for (ReportIndex.Entry entry : index.inputs()) {
            states.merge(Words.field(entry.input(), "state"), 1, Integer::sum);
        }
        return states;
    }

    private void stateFigure(String state, int count) {
        try {
            html.raw("<div><dt><span class=\"state ")
                    .raw(Words.stateClass(state))
                    .raw("\">")
                    .text(state)
                    .raw("</span></dt><dd>")
                    .number(count)
                    .raw("</dd></div>");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void figure(String name, String value, String unit) throws IOException {
        html.raw("<div><dt>").text(name).raw("</dt><dd>").text(value);
        if (!unit.isEmpty()) {
            html.raw(" <small>").text(unit).raw("</small>");
        }
        html.raw("</dd></div>");
    }

    private void contents() throws IOException {
        if (index.inputs().size() < 2) {
            return;
        }
        html.raw("<ul class=\"contents\">\n");
        int number = 0;
        for (ReportIndex.Entry entry : index.inputs()) {
            ObjectNode input = entry.input();
            String state = Words.field(input, "state");
            boolean video = Words.field(input, "kind").equals("video");
            html.raw("<li><a href=\"#i").number(number++).raw("\">").raw(video ? FILM : SHEET);
            html.raw("<span class=\"name\"><bdi>")
                    .text(InputHead.nameOf(Words.field(input, "input")))
                    .raw("</bdi></span><span class=\"what\">")
                    .text(what(input, video))
                    .raw("</span><span class=\"state ")
                    .raw(Words.stateClass(state))
                    .raw("\">")
                    .text(state)
                    .raw("</span></a></li>\n");
        }
        html.raw("</ul>\n");
    }

    private static String what(ObjectNode input, boolean video) {
        if (video) {
            double seconds = input.path("video").path("durationSeconds").asDouble();
            return seconds > 0 ? Words.time(seconds, false) : "";
        }
        int pages = input.path("document").path("pagesDeclared").asInt();
        return pages > 0 ? Words.count(pages, "page") : "";
    }

    private void section(ReportIndex.Entry entry, int number) throws IOException {
        html.raw("<section id=\"i").number(number).raw("\">\n");
        new InputHead(html).write(entry.input());
        if (Words.field(entry.input(), "kind").equals("video")) {
            new VideoPart(html, pictures, index).write(entry);
        } else {
            new DocumentPart(html, pictures, index).write(entry);
        }
        html.raw("</section>\n");
    }

    private void footer() throws IOException {
        html.raw("<footer class=\"foot\">");
        for (ObjectNode run : index.runs()) {
            html.raw("<p>Tessera ")
                    .text(Words.field(run, "version"))
                    .raw(", ")
                    .text(Words.field(run, "job"))
                    .raw(" job, engine ")
                    .text(Words.field(run, "engine"))
                    .raw(", pipeline <code>")
                    .text(Words.field(run, "pipelineId"))
                    .raw("</code></p>");
        }
        html.raw(
                "<p>The lines behind this page are in results.jsonl, copies of what was made are in"
                        + " files.</p></footer>\n");
    }
}
