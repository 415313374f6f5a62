/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker.samples;

import static java.util.Objects.requireNonNull;

import io.tessera.v1.InputState;
import io.tessera.v1.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of the samples and the state that reading it should end in.
 *
 * @param file name in the samples' folder
 * @param kind which job reads it
 * @param planned state it should end in
 */
public record Sample(String file, Kind kind, InputState planned) {
    /** Name of the file beside the samples that lists them, a line each, fields parted by tabs. */
    public static final String LIST = "samples.tsv";

    public Sample {
        requireNonNull(kind, "kind is null");
        requireNonNull(planned, "planned is null");
        if (!file.matches("[a-z0-9][a-z0-9.-]*")) {
            throw new IllegalArgumentException("not a plain file name: " + file);
        }
    }

    /** The samples of a folder, in the order in which they are to be shown. */
    public static List<Sample> list(Path folder) throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve(LIST))) {
            String[] fields = line.split("\t", -1);
            if (fields.length != 3) {
                throw new IOException(
                        "%s has a line of %d fields, not 3: %s"
                                .formatted(folder.resolve(LIST), fields.length, line));
            }
            samples.add(
                    new Sample(fields[0], Kind.valueOf(fields[1]), InputState.valueOf(fields[2])));
        }
        return List.copyOf(samples);
    }

    String line() {
        return String.join("\t", file, kind.name(), planned.name());
    }
}
