/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.contract.codec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;

/**
 * Schemas of earlier versions, which records on topics and in stores may have been written with.
 * Each lies on the class path as a whole, with every type that it names.
 */
final class SchemaHistory {
    private static final String FOLDER = "/avro-history/";

    private static final Map<String, List<Schema>> BY_NAME = load();

    private SchemaHistory() {}

    /** Earlier schemas of a record, oldest first; the present one may be among them. */
    static List<Schema> of(String fullName) {
        return BY_NAME.getOrDefault(fullName, List.of());
    }

    private static Map<String, List<Schema>> load() {
        Map<String, List<Schema>> schemas = new TreeMap<>();
        for (String name : read("index").lines().filter(line -> !line.isBlank()).toList()) {
            Schema schema = new Schema.Parser().parse(read(name.strip()));
            schemas.computeIfAbsent(schema.getFullName(), key -> new ArrayList<>()).add(schema);
        }
        return schemas;
    }

    private static String read(String name) {
        try (InputStream in = SchemaHistory.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + FOLDER + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot be read: " + FOLDER + name, e);
        }
    }
}
