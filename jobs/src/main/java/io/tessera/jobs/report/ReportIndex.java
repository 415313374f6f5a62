/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tessera.jobs.results.Json;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the lines of each input stand in a file of result lines. Units are kept as offsets, so a
 * run of any length is shown in little memory.
 */
final class ReportIndex implements AutoCloseable {
    /** An input with the offsets of its units' lines, in file order. */
    record Entry(ObjectNode input, List<Long> units) {}

    private final RandomAccessFile file;
    private final List<ObjectNode> runs = new ArrayList<>();
    private final List<Entry> inputs = new ArrayList<>();
    private @Nullable ObjectNode summary;
    private long chunks;
    private long pages;

    private ReportIndex(RandomAccessFile file) {
        this.file = file;
    }

    static ReportIndex of(Path results) throws IOException {
        ReportIndex index = new ReportIndex(new RandomAccessFile(results.toFile(), "r"));
        Map<String, List<Long>> open = new LinkedHashMap<>();
        try (LineOffsets lines = new LineOffsets(Files.newInputStream(results))) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (!line.isBlank()) {
                    index.add(Json.read(line), lines.offset(), open);
                }
            }
        } catch (IOException | RuntimeException e) {
            index.close();
            throw e;
        }
        index.inputs.sort(Comparator.comparingInt(ReportIndex::rank));
        return index;
    }

    private void add(ObjectNode line, long offset, Map<String, List<Long>> open) {
        String input = line.path("input").asText();
        switch (line.path("type").asText()) {
            case "run" -> runs.add(line);
            case "chunk", "page", "answer" -> {
                chunks += line.path("type").asText().equals("chunk") ? 1 : 0;
                pages += line.path("type").asText().equals("page") ? 1 : 0;
                open.computeIfAbsent(input, key -> new ArrayList<>()).add(offset);
            }
            case "input" -> {
                List<Long> units = open.remove(input);
                inputs.add(new Entry(line, units == null ? List.of() : units));
            }
            case "summary" -> summary = line;
            default -> {
                // A type of a later version: shown by nobody, harmful to nobody.
            }
        }
    }

    List<ObjectNode> runs() {
        return runs;
    }

    /** Inputs in the order in which people look for them: what was read first, then the rest. */
    List<Entry> inputs() {
        return inputs;
    }

    private static int rank(Entry entry) {
        int state =
                switch (entry.input().path("state").asText()) {
                    case "OK" -> 0;
                    case "PARTIAL" -> 2;
                    default -> 4;
                };
        return state + (entry.input().path("kind").asText().equals("video") ? 0 : 1);
    }

    /** The last line; null where the run did not come to its end. */
    @Nullable ObjectNode summary() {
        return summary;
    }

    long chunks() {
        return chunks;
    }

    long pages() {
        return pages;
    }

    /** Reads the line at an offset. */
    ObjectNode line(long offset) throws IOException {
        file.seek(offset);
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        byte[] block = new byte[8192];
        int read = file.read(block);
        while (read > 0) {
            for (int i = 0; i < read; i++) {
                if (block[i] == '\n') {
                    bytes.write(block, 0, i);
                    return Json.read(bytes.toString(StandardCharsets.UTF_8));
                }
            }
            bytes.write(block, 0, read);
            read = file.read(block);
        }
        return Json.read(bytes.toString(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
