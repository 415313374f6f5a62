/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.contract.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.tessera.contract.codec.RecordDecoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;
import org.apache.avro.SchemaValidatorBuilder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every version of a record reads and is read by every other: topics and stores hold them side by
 * side. {@code -Dtests.history=N} adds the present schemas as version N, which is done once a
 * release and never again for the same N.
 */
final class CompatibilityTest {
    private static final Path HISTORY = Path.of("src/main/avro-history");

    static List<Class<? extends SpecificRecordBase>> records() {
        return RecordDecoder.RECORDS;
    }

    @BeforeAll
    static void writeVersion() throws IOException {
        String version = System.getProperty("tests.history");
        if (version != null) {
            Path folder = HISTORY.resolve(version);
            assertThat(folder).as("a version is written once").doesNotExist();
            Files.createDirectories(folder);
            for (Class<? extends SpecificRecordBase> type : RecordDecoder.RECORDS) {
                Files.writeString(
                        folder.resolve(type.getSimpleName() + ".avsc"),
                        SchemaFormatter.format("json/pretty", SpecificData.get().getSchema(type))
                                + "\n");
            }
            Files.write(HISTORY.resolve("index"), files());
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void holdsBetweenAllVersions(Class<? extends SpecificRecordBase> type) throws IOException {
        Schema present = SpecificData.get().getSchema(type);
        List<Schema> earlier = new ArrayList<>();
        for (String file : files()) {
            if (file.endsWith("/" + type.getSimpleName() + ".avsc")) {
                earlier.add(new Schema.Parser().parse(HISTORY.resolve(file).toFile()));
            }
        }
        assertThat(earlier).as("versions of %s", type.getSimpleName()).isNotEmpty();
        Collections.reverse(earlier);
        assertThatCode(
                        () ->
                                new SchemaValidatorBuilder()
                                        .mutualReadStrategy()
                                        .validateAll()
                                        .validate(present, earlier))
                .doesNotThrowAnyException();
    }

    @Test
    void isCheckedAgainstEveryFileThatThereIs() throws IOException {
        assertThat(Files.readAllLines(HISTORY.resolve("index"))).containsExactlyElementsOf(files());
    }

    private static List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(HISTORY)) {
            return files.filter(file -> file.toString().endsWith(".avsc"))
                    .map(file -> HISTORY.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}
