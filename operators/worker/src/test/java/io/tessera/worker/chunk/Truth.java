/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker.chunk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * What a person sees in a clip; {@code truth.json} says what each field means.
 *
 * @param clip file name
 * @param cuts seconds
 * @param moving stretches that surely move
 * @param still stretches that surely rest
 * @param colours names that must be among a chunk's colours, alternatives apart by |
 * @param allowed names that would not be wrong
 * @param text what is legible
 * @param black stretches without a picture
 * @param maybeBlack stretches that may count as black
 */
record Truth(
        String clip,
        List<Double> cuts,
        List<Stretch> moving,
        List<Stretch> still,
        List<String> colours,
        List<String> allowed,
        List<String> text,
        List<Stretch> black,
        List<Stretch> maybeBlack) {
    /** Seconds from the first frame. */
    record Stretch(double from, double to) {
        double overlap(double start, double end) {
            return Math.max(0, Math.min(to, end) - Math.max(from, start));
        }
    }

    static List<Truth> all() {
        try (InputStream json = Truth.class.getResourceAsStream("truth.json")) {
            List<Truth> clips = new ArrayList<>();
            for (JsonNode clip : new ObjectMapper().readTree(json).get("clips")) {
                clips.add(
                        new Truth(
                                clip.get("clip").asText(),
                                numbers(clip.get("cuts")),
                                stretches(clip.get("moving")),
                                stretches(clip.get("still")),
                                texts(clip.get("colours")),
                                texts(clip.get("allowed")),
                                texts(clip.get("text")),
                                stretches(clip.get("black")),
                                stretches(clip.path("maybeBlack"))));
            }
            return clips;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Double> numbers(JsonNode array) {
        List<Double> numbers = new ArrayList<>();
        array.forEach(node -> numbers.add(node.asDouble()));
        return numbers;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(node.asText()));
        return texts;
    }

    private static List<Stretch> stretches(JsonNode array) {
        List<Stretch> stretches = new ArrayList<>();
        array.forEach(
                node -> stretches.add(new Stretch(node.get(0).asDouble(), node.get(1).asDouble())));
        return stretches;
    }

    @Override
    public String toString() {
        return clip;
    }
}
