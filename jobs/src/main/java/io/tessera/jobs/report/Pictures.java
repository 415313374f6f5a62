/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Pictures that are laid into the page, each once, however often it is shown. Bounded: what does
 * not fit is left out and stays in the files beside the page.
 */
final class Pictures {
    private static final long LARGEST = 4L << 20;
    private static final long BUDGET = 40L << 20;

    private final ArtefactSource source;
    private final Map<String, Picture> embedded = new LinkedHashMap<>();
    private long spent;

    /**
     * A picture in the page.
     *
     * @param id to refer to it by
     * @param width units across, in which parts of it are chosen
     * @param height units down
     */
    record Picture(String id, int width, int height) {}

    Pictures(ArtefactSource source) {
        this.source = source;
    }

    /**
     * Lays the picture that {@code node} describes ({@code key}, {@code width}, {@code height})
     * into the page; empty where there is none or no room is left.
     */
    Optional<Picture> embed(Html html, JsonNode node) throws IOException {
        String key = node.path("key").asText("");
        int width = node.path("width").asInt();
        int height = node.path("height").asInt();
        if (key.isEmpty() || width < 1 || height < 1) {
            return Optional.empty();
        }
        Picture there = embedded.get(key);
        if (there != null) {
            return Optional.of(there);
        }
        Optional<byte[]> bytes =
                source.find(key, LARGEST)
                        .filter(found -> spent + found.length <= BUDGET)
                        .filter(found -> !mediaType(found).isEmpty());
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        spent += bytes.get().length;
        Picture picture = new Picture("p" + embedded.size(), width, height);
        embedded.put(key, picture);
        html.raw("<svg class=\"sprite\" aria-hidden=\"true\"><defs><image id=\"")
                .raw(picture.id())
                .raw("\" width=\"")
                .number(width)
                .raw("\" height=\"")
                .number(height)
                .raw("\" preserveAspectRatio=\"none\" href=\"data:")
                .raw(mediaType(bytes.get()))
                .raw(";base64,")
                .raw(Base64.getEncoder().encodeToString(bytes.get()))
                .raw("\"/></defs></svg>\n");
        return Optional.of(picture);
    }

    /** Shows a part of a picture, as wide as the place that it is in. */
    static void show(Html html, Picture picture, double[] box, String label) throws IOException {
        html.raw("<svg role=\"img\" viewBox=\"");
        for (int i = 0; i < 4; i++) {
            html.raw(i == 0 ? "" : " ").number(box[i]);
        }
        html.raw("\" aria-label=\"")
                .text(label)
                .raw("\"><use href=\"#")
                .raw(picture.id())
                .raw("\"/></svg>");
    }

    /** The whole of a picture as a part of it. */
    static double[] whole(Picture picture) {
        return new double[] {0, 0, picture.width(), picture.height()};
    }

    private static String mediaType(byte[] bytes) {
        if (bytes.length > 3 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xD8) {
            return "image/jpeg";
        }
        boolean png = bytes.length > 8 && bytes[0] == (byte) 0x89 && bytes[1] == 'P';
        return png ? "image/png" : "";
    }
}
