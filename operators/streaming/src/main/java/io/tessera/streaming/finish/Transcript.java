/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.finish;

import io.tessera.streaming.leaf.UnitLeaf;
import io.tessera.v1.Caption;
import io.tessera.v1.Page;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/**
 * The reading of an input for people, written unit by unit: Markdown of a document, WebVTT of a
 * video. It follows from the leaves alone, so that equal leaves give equal bytes.
 */
enum Transcript {
    /** Pages with a heading each. */
    MARKDOWN("document", "md") {
        @Override
        void begin(Writer out) {}

        @Override
        void add(Writer out, UnitLeaf leaf) throws IOException {
            Page page = leaf.requirePage();
            out.write("<!-- page %d -->%n".formatted(page.getPage()).replace("\r\n", "\n"));
            String text = page.getText();
            if (text == null) {
                out.write("*Page %d: %s*\n".formatted(page.getPage(), ended(leaf)));
            } else if (!text.isBlank()) {
                out.write(text.strip());
                out.write("\n");
            }
            out.write("\n");
        }
    },

    /** A cue for each chunk that has a caption. */
    WEBVTT("captions", "vtt") {
        @Override
        void begin(Writer out) throws IOException {
            out.write("WEBVTT\n\n");
        }

        @Override
        void add(Writer out, UnitLeaf leaf) throws IOException {
            Caption caption = leaf.requireCaption();
            String text = caption.getCaption();
            if (text == null || text.isBlank()) {
                return;
            }
            out.write(
                    "%s --> %s\n%s\n\n"
                            .formatted(
                                    clock(caption.getStartMicros()),
                                    clock(caption.getEndMicros()),
                                    cue(text)));
        }
    };

    private final String artefact;
    private final String extension;

    Transcript(String artefact, String extension) {
        this.artefact = artefact;
        this.extension = extension;
    }

    /** Name of the artefact. */
    String artefact() {
        return artefact;
    }

    String extension() {
        return extension;
    }

    abstract void begin(Writer out) throws IOException;

    abstract void add(Writer out, UnitLeaf leaf) throws IOException;

    private static String ended(UnitLeaf leaf) {
        return leaf.state().name().toLowerCase(Locale.ROOT)
                + (leaf.code() == null ? "" : ", " + leaf.code());
    }

    /** Hours, minutes, seconds and milliseconds as WebVTT wants them. */
    private static String clock(long micros) {
        long millis = micros / 1000;
        return "%02d:%02d:%02d.%03d"
                .formatted(
                        millis / 3_600_000,
                        millis / 60_000 % 60,
                        millis / 1000 % 60,
                        millis % 1000);
    }

    /** Text that cannot end its cue or open a tag. */
    private static String cue(String text) {
        return text.strip()
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("\\R(\\s*\\R)*", "\n");
    }
}
