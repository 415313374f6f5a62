/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tessera.jobs.results.Json;
import io.tessera.jobs.results.ResultSink;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes each line to a file and hands it on. Used by one thread. */
final class ResultsFile implements ResultSink, AutoCloseable {
    private final BufferedWriter file;
    private final ResultSink next;

    ResultsFile(Path path, ResultSink next) throws IOException {
        file = Files.newBufferedWriter(path, StandardCharsets.UTF_8);
        this.next = next;
    }

    @Override
    public void accept(ObjectNode line) {
        try {
            file.write(Json.write(line));
            file.write('\n');
            file.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        next.accept(line);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
