/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** The recorded cases beside the repository, where they are present. */
public final class Recorded {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Recorded() {}

    /** The folder of recorded cases; the test is skipped where it is absent. */
    public static Path folder() {
        Path folder = Path.of(System.getProperty("tessera.shared", "../../../shared"), "fixtures");
        Assumptions.assumeTrue(Files.isDirectory(folder), () -> "no recorded cases at " + folder);
        return folder;
    }

    /** Cases of a kind in a topic, e.g. tokenize in internvl-tokenize. */
    public static List<JsonNode> cases(String topic, String kind) {
        List<JsonNode> cases = new ArrayList<>();
        Path file = folder().resolve("cases").resolve(topic + ".jsonl");
        try {
            for (String line : Files.readAllLines(file)) {
                JsonNode recorded = JSON.readTree(line);
                if (recorded.path("kind").asText().equals(kind)) {
                    cases.add(recorded);
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return cases;
    }

    /** The numbers of an array. */
    public static int[] ints(JsonNode array) {
        int[] numbers = new int[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = array.get(i).asInt();
        }
        return numbers;
    }
}
