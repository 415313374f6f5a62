/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tessera.models.tokenizer.QwenTokenizer.Merge;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds and reads the tokenizer of a checkpoint folder, in any of the published layouts. */
public final class TokenizerFolder {
    private static final ObjectMapper JSON = new ObjectMapper();

    private TokenizerFolder() {}

    /**
     * Reads the tokenizer.
     *
     * @throws IOException naming the file that is missing or wrong
     */
    public static Tokenizer read(Path folder) throws IOException {
        Path pieces = folder.resolve("tokenizer.model");
        if (Files.exists(pieces)) {
            return InternLmTokenizer.read(pieces, internLmAdded(folder));
        }
        if (Files.exists(folder.resolve("tokenizer.json"))) {
            return fromTokenizerJson(folder);
        }
        if (Files.exists(folder.resolve("vocab.json"))) {
            return fromVocabularyAndMerges(folder);
        }
        throw new IOException(
                folder
                        + " holds no tokenizer (tokenizer.model, tokenizer.json or vocab.json with"
                        + " merges.txt); download the whole repository");
    }

    /**
     * Added tokens outside the piece model. The XComposer repositories also carry an {@code
     * added_tokens.json} whose ids lie outside their embedding; only {@code tokenizer_config.json}
     * counts.
     */
    private static Map<String, Integer> internLmAdded(Path folder) throws IOException {
        Map<String, Integer> added = new LinkedHashMap<>();
        Path config = folder.resolve("tokenizer_config.json");
        if (Files.exists(config)) {
            JsonNode tokens = json(config).path("added_tokens_decoder");
            tokens.properties()
                    .forEach(
                            token ->
                                    added.put(
                                            token.getValue().path("content").asText(),
                                            Integer.parseInt(token.getKey())));
        }
        return added;
    }

    private static Tokenizer fromTokenizerJson(Path folder) throws IOException {
        JsonNode root = json(folder.resolve("tokenizer.json"));
        Map<String, Integer> vocabulary = ids(root.path("model").path("vocab"));
        List<Merge> merges = new ArrayList<>();
        for (JsonNode merge : root.path("model").path("merges")) {
            if (merge.isArray()) {
                merges.add(new Merge(merge.path(0).asText(), merge.path(1).asText()));
            } else {
                addMerge(merge.asText(), merges);
            }
        }
        Map<String, Integer> added = new LinkedHashMap<>();
        for (JsonNode token : root.path("added_tokens")) {
            added.put(token.path("content").asText(), token.path("id").asInt());
        }
        return qwen(folder, vocabulary, merges, added);
    }

    private static Tokenizer fromVocabularyAndMerges(Path folder) throws IOException {
        List<Merge> merges = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(folder.resolve("merges.txt"))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                // Only the header is a comment: merges such as "# #" begin with the same character.
                if (!line.startsWith("#version")) {
                    addMerge(line, merges);
                }
            }
        }
        return qwen(
                folder,
                ids(json(folder.resolve("vocab.json"))),
                merges,
                ids(json(folder.resolve("added_tokens.json"))));
    }

    private static Tokenizer qwen(
            Path folder,
            Map<String, Integer> vocabulary,
            List<Merge> merges,
            Map<String, Integer> added)
            throws IOException {
        JsonNode map = json(folder.resolve("special_tokens_map.json"));
        Set<Integer> skipped = new HashSet<>();
        for (JsonNode token : map.path("additional_special_tokens")) {
            skip(token, added, skipped);
        }
        skip(map.path("eos_token"), added, skipped);
        skip(map.path("pad_token"), added, skipped);
        return new QwenTokenizer(vocabulary, merges, added, skipped);
    }

    private static void skip(JsonNode token, Map<String, Integer> added, Set<Integer> skipped) {
        String text = token.isObject() ? token.path("content").asText() : token.asText();
        Integer id = added.get(text);
        if (id != null) {
            skipped.add(id);
        }
    }

    private static void addMerge(String line, List<Merge> merges) {
        int space = line.indexOf(' ');
        if (space > 0 && space < line.length() - 1 && line.indexOf(' ', space + 1) < 0) {
            merges.add(new Merge(line.substring(0, space), line.substring(space + 1)));
        }
    }

    private static Map<String, Integer> ids(JsonNode node) {
        Map<String, Integer> ids = new HashMap<>();
        node.properties().forEach(e -> ids.put(e.getKey(), e.getValue().asInt()));
        return ids;
    }

    private static JsonNode json(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new IOException(file + " is missing; download the whole repository");
        }
        return JSON.readTree(file.toFile());
    }
}
