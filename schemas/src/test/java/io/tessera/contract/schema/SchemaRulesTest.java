/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.contract.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What every schema keeps to, so that it can grow without breaking readers. */
final class SchemaRulesTest {
    private static final TreeMap<String, Schema> SCHEMAS = new TreeMap<>();

    @BeforeAll
    static void parse() throws IOException {
        SchemaParser parser = new SchemaParser();
        for (Path file : files()) {
            parser.parse(file);
        }
        for (Schema schema : parser.getParsedNamedSchemas()) {
            SCHEMAS.put(schema.getFullName(), schema);
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/avro/io/tessera/v1"))) {
            return files.sorted().toList();
        }
    }

    @Test
    void lieEachInAFileOfItsName() throws IOException {
        assertThat(files())
                .extracting(
                        file ->
                                "io.tessera.v1."
                                        + file.getFileName().toString().replace(".avsc", ""))
                .containsExactlyInAnyOrderElementsOf(SCHEMAS.keySet());
    }

    @Test
    void sayWhatTheyAre() {
        each(
                (schema, problems) -> {
                    if (undocumented(schema.getDoc())) {
                        problems.add(schema.getName() + " has no doc");
                    }
                    if (schema.getType() == Schema.Type.RECORD) {
                        for (Schema.Field field : schema.getFields()) {
                            if (undocumented(field.doc())) {
                                problems.add(schema.getName() + "." + field.name() + " has no doc");
                            }
                        }
                    }
                });
    }

    @Test
    void giveEnumsADefaultForSymbolsOfLaterVersions() {
        each(
                (schema, problems) -> {
                    if (schema.getType() == Schema.Type.ENUM && schema.getEnumDefault() == null) {
                        problems.add(schema.getName() + " has no default");
                    }
                });
    }

    @Test
    void useUnionsForAbsenceOnlyWithNullFirstAndAsDefault() {
        eachField(
                (name, field, problems) -> {
                    if (field.schema().getType() == Schema.Type.UNION) {
                        List<Schema> branches = field.schema().getTypes();
                        if (branches.size() != 2
                                || branches.get(0).getType() != Schema.Type.NULL
                                || branches.get(1).getType() == Schema.Type.NULL) {
                            problems.add(name + " is a union other than [null, T]");
                        } else if (field.defaultVal() != JsonProperties.NULL_VALUE) {
                            problems.add(name + " is nullable without the default null");
                        }
                    }
                });
    }

    @Test
    void useArraysWithAnEmptyDefaultAndNoMapsNorFloats() {
        eachField(
                (name, field, problems) -> {
                    switch (field.schema().getType()) {
                        case ARRAY -> {
                            if (!(field.defaultVal() instanceof List<?> items)
                                    || !items.isEmpty()) {
                                problems.add(name + " is an array without the default []");
                            }
                        }
                        case MAP -> problems.add(name + " is a map, whose order is not stated");
                        case FLOAT -> problems.add(name + " is a float; use double");
                        default -> {}
                    }
                });
    }

    @Test
    void nameFieldsInOneStyle() {
        eachField(
                (name, field, problems) -> {
                    if (!field.name().matches("[a-z][a-zA-Z0-9]*")) {
                        problems.add(name + " is not in camel case");
                    }
                });
    }

    private interface SchemaCheck {
        void check(Schema schema, List<String> problems);
    }

    private interface FieldCheck {
        void check(String name, Schema.Field field, List<String> problems);
    }

    private static void each(SchemaCheck check) {
        List<String> problems = new ArrayList<>();
        SCHEMAS.values().forEach(schema -> check.check(schema, problems));
        assertThat(SCHEMAS).isNotEmpty();
        assertThat(problems).isEmpty();
    }

    private static void eachField(FieldCheck check) {
        each(
                (schema, problems) -> {
                    if (schema.getType() == Schema.Type.RECORD) {
                        for (Schema.Field field : schema.getFields()) {
                            check.check(schema.getName() + "." + field.name(), field, problems);
                        }
                    }
                });
    }

    private static boolean undocumented(String doc) {
        return doc == null || doc.isBlank();
    }
}
