/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tessera.jobs.outcome.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Options that stand in a file instead of on the command line. */
class ConfigurationTest {
    @TempDir Path folder;

    private Path file = Path.of("");
    private final ConfiguredArguments arguments =
            new ConfiguredArguments(Tessera.commandLine(terminal()));

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("tessera.yaml");
    }

    static Terminal terminal() {
        return new Terminal(
                System.out,
                System.err,
                new java.io.BufferedReader(java.io.Reader.nullReader()),
                false,
                false);
    }

    @Test
    void putsWhatTheFileSaysBeforeTheArguments() throws IOException {
        Files.writeString(file, "# a remark\nchunk: 10s\njson: true\nforce: false\nout: 'a b'\n");
        assertThat(arguments.of(new String[] {"video", "x.mp4", "--config", file.toString()}))
                .containsExactly(
                        "video",
                        "--chunk=10s",
                        "--json",
                        "--out=a b",
                        "x.mp4",
                        "--config",
                        file.toString());
    }

    @Test
    void letsTheCommandLineWin() throws IOException {
        Files.writeString(file, "chunk: 10s\n");
        assertThat(arguments.of(new String[] {"video", "--chunk", "20s", "x", "--config=" + file}))
                .containsExactly("video", "--chunk", "20s", "x", "--config=" + file);
    }

    @Test
    void leavesOptionsOfOtherCommandsAlone() throws IOException {
        Files.writeString(file, "pages: 1-3\n");
        assertThat(arguments.of(new String[] {"video", "x", "--config=" + file}))
                .containsExactly("video", "x", "--config=" + file);
    }

    @Test
    void takesAnOptionThatMayComeAgain() throws IOException {
        Files.writeString(file, "family-option: a=1\nfamily-option: b=2\n");
        assertThat(arguments.of(new String[] {"video", "x", "--config=" + file}))
                .contains("--family-option=a=1", "--family-option=b=2");
    }

    @Test
    void namesTheNearestOfAnUnknownKey() throws IOException {
        Files.writeString(file, "json: true\nchunks: 10s\n");
        assertThatThrownBy(() -> arguments.of(new String[] {"video", "x", "--config=" + file}))
                .isInstanceOf(CommandFailure.class)
                .hasMessage(
                        "unknown key in line 2 of %s (chunks); the nearest is chunk"
                                .formatted(file));
    }

    @Test
    void refusesALineOfAnotherForm() throws IOException {
        Files.writeString(file, "json\n");
        assertThatThrownBy(() -> arguments.of(new String[] {"video", "x", "--config=" + file}))
                .hasMessageContaining("line 1");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertThat(Screen.piped().run("video", folder, "--config", folder.resolve("no")))
                .isEqualTo(2);
    }
}
