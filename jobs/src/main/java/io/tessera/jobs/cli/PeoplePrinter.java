/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints lines for people. Text that was read is shown without control characters. */
final class PeoplePrinter implements ResultPrinter {
    private final PrintStream out;

    PeoplePrinter(PrintStream out) {
        this.out = out;
    }

    @Override
    public void print(ObjectNode line) {
        switch (line.path("type").asText()) {
            case "chunk" -> chunk(line);
            case "page" -> page(line);
            case "answer" -> answer(line);
            case "input" -> input(line);
            case "summary" -> summary(line);
            default -> {
                // The run's first line tells people nothing that they did not type.
            }
        }
        out.flush();
    }

    private void chunk(ObjectNode line) {
        out.printf(
                Locale.ROOT,
                "%s  %s-%s  %s%n",
                plain(line, "input"),
                time(line.path("startSeconds").asDouble()),
                time(line.path("endSeconds").asDouble()),
                line.hasNonNull("caption") ? plain(line, "caption") : why(line));
    }

    private void page(ObjectNode line) {
        List<String> notes = new ArrayList<>();
        if (!plain(line, "state").equals("RECOGNISED")) {
            notes.add(why(line));
        }
        if (line.hasNonNull("source")) {
            notes.add(plain(line, "source"));
        }
        if (line.hasNonNull("confidence")) {
            notes.add(Math.round(line.get("confidence").asDouble() * 100) + " %");
        }
        if (line.path("rotation").asInt() != 0) {
            notes.add("turned by " + line.get("rotation").asInt());
        }
        out.printf(
                "-- %s, page %d (%s)%n",
                plain(line, "input"), line.path("page").asInt(), String.join(", ", notes));
        String text = plain(line, "text").strip();
        if (!text.isEmpty()) {
            out.println(text);
        }
        out.println();
    }

    private void answer(ObjectNode line) {
        out.printf("%s  %s%n", plain(line, "input"), plain(line, "question"));
        out.printf("  %s%n", line.hasNonNull("answer") ? plain(line, "answer") : "no answer in it");
    }

    private void input(ObjectNode line) {
        StringBuilder text = new StringBuilder();
        text.append(plain(line, "input")).append("  ").append(plain(line, "state"));
        if (line.hasNonNull("code")) {
            text.append(' ').append(plain(line, "code"));
        }
        if (line.hasNonNull("reason")) {
            text.append(": ").append(plain(line, "reason"));
        }
        for (JsonNode missing : line.path("missing")) {
            text.append("; missing ").append(plain(missing.asText()));
        }
        for (JsonNode warning : line.path("warnings")) {
            text.append("; note: ").append(plain(warning.asText()));
        }
        text.append("  (").append(extent(line)).append(')');
        if (line.hasNonNull("planned")) {
            text.append(
                    plain(line, "planned").equals(plain(line, "state"))
                            ? "  as planned"
                            : "  NOT as planned");
        }
        out.println(text);
    }

    private static String extent(ObjectNode line) {
        List<String> parts = new ArrayList<>();
        JsonNode video = line.path("video");
        if (video.isObject()) {
            parts.add(video.path("chunks").asInt() + " chunks");
            parts.add(
                    "%d of %d frames"
                            .formatted(
                                    video.path("framesDecoded").asLong(),
                                    video.path("framesExpected").asLong()));
        }
        JsonNode document = line.path("document");
        if (document.isObject()) {
            parts.add(document.path("pagesDeclared").asInt() + " pages");
        }
        parts.add(
                line.path("resumed").asBoolean()
                        ? "read before"
                        : String.format(Locale.ROOT, "%.1f s", line.path("seconds").asDouble()));
        return String.join(", ", parts);
    }

    private void summary(ObjectNode line) {
        List<String> states = new ArrayList<>();
        line.path("states")
                .properties()
                .forEach(state -> states.add(state.getValue().asInt() + " " + state.getKey()));
        JsonNode ledger = line.path("ledger");
        out.printf(
                Locale.ROOT,
                "%n%d inputs: %s. Ledger: %d of %d items, %s. %.1f s%n",
                line.path("inputs").asInt(),
                states.isEmpty() ? "none" : String.join(", ", states),
                ledger.path("terminal").asLong(),
                ledger.path("items").asLong(),
                ledger.path("balanced").asBoolean() ? "balanced" : "NOT balanced",
                line.path("seconds").asDouble());
        if (line.hasNonNull("report")) {
            out.println("Report: " + plain(line, "report"));
        }
    }

    private static String why(ObjectNode line) {
        String code = plain(line, "code");
        String reason = plain(line, "reason");
        return plain(line, "state")
                + (code.isEmpty() ? "" : " " + code)
                + (reason.isEmpty() ? "" : ": " + reason);
    }

    private static String time(double seconds) {
        return String.format(
                Locale.ROOT, "%d:%02d", (long) seconds / 60, (long) Math.floor(seconds) % 60);
    }

    private static String plain(JsonNode line, String field) {
        return line.hasNonNull(field) ? plain(line.get(field).asText()) : "";
    }

    /** Without what a terminal would obey. */
    private static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]|[\\x{80}-\\x{9F}]", "\uFFFD");
    }
}
