/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.cli;

import io.tessera.contract.option.Nearest;
import io.tessera.jobs.outcome.CommandFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file of options: one {@code key: value} a line, keys as on the command line without the dashes.
 * Empty lines and lines that begin with # are skipped; a value may stand in quotes. A key that
 * comes again adds a value.
 */
final class ConfigFile {
    private static final long MAX_BYTES = 1 << 20;

    private ConfigFile() {}

    /**
     * Reads a file.
     *
     * @param known keys that any command takes
     * @throws CommandFailure if it cannot be read, has a line of another form or an unknown key
     */
    static Map<String, List<String>> read(Path file, Collection<String> known) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        int number = 0;
        for (String raw : lines(file)) {
            number++;
            String line = raw.strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw CommandFailure.usage(
                        "line %d of %s is no option".formatted(number, file),
                        line,
                        "write it as 'key: value'");
            }
            String key = line.substring(0, colon).strip();
            if (!known.contains(key)) {
                throw CommandFailure.usage(
                        "unknown key in line %d of %s".formatted(number, file),
                        key,
                        "the nearest is " + Nearest.of(key, known).orElse("none"));
            }
            values.computeIfAbsent(key, k -> new ArrayList<>())
                    .add(unquoted(line.substring(colon + 1).strip()));
        }
        return values;
    }

    private static List<String> lines(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw CommandFailure.usage(
                        "configuration file is too large", file, "keep it below 1 MB");
            }
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw CommandFailure.usage(
                    "configuration file cannot be read", file, "give a readable UTF-8 file");
        }
    }

    private static String unquoted(String value) {
        int last = value.length() - 1;
        boolean quoted =
                last > 0
                        && value.charAt(0) == value.charAt(last)
                        && (value.charAt(0) == '"' || value.charAt(0) == '\'');
        return quoted ? value.substring(1, last) : value;
    }
}
