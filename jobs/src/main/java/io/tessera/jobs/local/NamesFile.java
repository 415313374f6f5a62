/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tessera.jobs.results.Json;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which names inputs had on this machine. Names are in no record of the store, so they are kept
 * beside it: a line when a request is sent, and another one when it is answered. Used by one
 * thread.
 */
final class NamesFile implements AutoCloseable {
    private final BufferedWriter file;

    /**
     * What is known about a name.
     *
     * @param shown as it was typed
     * @param inputId empty while no request under this name was answered
     * @param open whether the last request under this name was not answered
     */
    record Named(String shown, String inputId, boolean open) {}

    private NamesFile(BufferedWriter file) {
        this.file = file;
    }

    static NamesFile open(OutFolder folder) throws IOException {
        return new NamesFile(
                Files.newBufferedWriter(
                        path(folder.root()),
                        StandardCharsets.UTF_8,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND));
    }

    void sent(NamedInput input) {
        write(Json.object().put("file", input.file().toString()).put("input", input.shown()));
    }

    void answered(NamedInput input, String inputId) {
        write(
                Json.object()
                        .put("file", input.file().toString())
                        .put("input", input.shown())
                        .put("inputId", inputId));
    }

    private void write(ObjectNode line) {
        try {
            file.write(Json.write(line));
            file.write('\n');
            file.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is known, by file, the last request under each. */
    static Map<String, Named> read(Path root) throws IOException {
        Map<String, Named> names = new LinkedHashMap<>();
        Path path = path(root);
        if (Files.exists(path)) {
            try (Stream<String> lines = Files.lines(path, StandardCharsets.UTF_8)) {
                for (String line : (Iterable<String>) lines::iterator) {
                    add(Json.read(line), names);
                }
            }
        }
        return names;
    }

    private static void add(ObjectNode line, Map<String, Named> names) {
        String file = line.path("file").asText();
        String shown = line.path("input").asText();
        Named before = names.get(file);
        String known = before == null ? "" : before.inputId();
        boolean answered = line.has("inputId");
        names.put(
                file,
                new Named(shown, answered ? line.path("inputId").asText() : known, !answered));
    }

    private static Path path(Path root) {
        return root.resolve("state").resolve("names.jsonl");
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
