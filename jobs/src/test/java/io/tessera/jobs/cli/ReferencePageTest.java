/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Keeps docs/reference.md what the program says; -Dtessera.golden=write writes it anew. */
class ReferencePageTest {
    @Test
    void isWhatTheProgramSays() throws IOException {
        Path page = Path.of("..", "docs", "reference.md");
        String now = ReferencePage.of(Tessera.commandLine(ConfigurationTest.terminal()));
        if ("write".equals(System.getProperty("tessera.golden"))) {
            Files.writeString(page, now);
        }
        assertThat(Files.readString(page)).isEqualTo(now);
    }
}
