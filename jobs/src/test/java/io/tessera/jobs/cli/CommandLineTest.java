/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tessera.jobs.local.OutFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line says about arguments that are wrong, before anything starts. */
class CommandLineTest {
    @TempDir Path folder;

    private final Screen screen = Screen.piped();

    @Test
    void printsHelpOnStandardOutputWithoutArguments() {
        assertThat(screen.run()).isZero();
        assertThat(screen.out()).contains("Usage: tessera", "video", "documents", "Exit codes");
        assertThat(screen.err()).isEmpty();
    }

    @Test
    void tellsItsVersion() {
        assertThat(screen.run("--version")).isZero();
        assertThat(screen.out()).startsWith("tessera ").doesNotContain("unknown", "${");
    }

    @Test
    void namesTheNearestCommand() {
        assertThat(screen.run("vidoe", "x")).isEqualTo(2);
        assertThat(screen.err())
                .isEqualTo(
                        "tessera: unknown command (vidoe); the nearest is video, see tessera"
                                + " --help\n");
        assertThat(screen.out()).isEmpty();
    }

    @Test
    void namesTheNearestOption() {
        assertThat(screen.run("video", "--jsno", folder)).isEqualTo(2);
        assertThat(screen.err())
                .isEqualTo(
                        "tessera: unknown option (--jsno); the nearest is --json, see tessera help"
                                + " video\n");
    }

    @Test
    void asksForAnInput() {
        assertThat(screen.run("documents")).isEqualTo(2);
        assertThat(screen.err())
                .isEqualTo("tessera: something is missing (INPUT); see tessera help documents\n");
    }

    @Test
    void refusesAnInputThatIsNotThere() {
        Path out = folder.resolve("out");
        assertThat(screen.run("video", folder.resolve("no.mp4"), "--out", out)).isEqualTo(2);
        assertThat(screen.err())
                .isEqualTo(
                        "tessera: no such file or folder (%s); check the name\n"
                                .formatted(folder.resolve("no.mp4")));
        assertThat(out).doesNotExist();
    }

    @Test
    void refusesAFolderWithNothingToRead() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "hello");
        assertThat(screen.run("documents", folder)).isEqualTo(2);
        assertThat(screen.err())
                .isEqualTo(
                        "tessera: 1 file of another kind in folders was skipped\n"
                                + "tessera: nothing to read (%s); name a file or a folder with files of the command's kind\n"
                                        .formatted(folder));
    }

    @Test
    void refusesAValueWithWhatIsExpected() throws IOException {
        Path file = Files.writeString(folder.resolve("a.mp4"), "x");
        assertThat(screen.run("video", file, "--chunk", "soon")).isEqualTo(2);
        assertThat(screen.err())
                .startsWith("tessera: option chunk has the value 'soon'; expected")
                .hasLineCount(1);
    }

    @Test
    void refusesTwoModes() throws IOException {
        Path file = Files.writeString(folder.resolve("a.pdf"), "x");
        assertThat(screen.run("documents", file, "--force", "--retry-failed")).isEqualTo(2);
        assertThat(screen.err()).contains("--force --retry-failed");
    }

    @Test
    void refusesPagesThatAreNone() throws IOException {
        Path file = Files.writeString(folder.resolve("a.pdf"), "x");
        assertThat(screen.run("documents", file, "--pages", "3-1")).isEqualTo(2);
        assertThat(screen.err()).contains("not a selection of pages (3-1)");
    }

    @Test
    void refusesAPasswordFileThatIsNotThere() throws IOException {
        Path file = Files.writeString(folder.resolve("a.pdf"), "x");
        assertThat(screen.run("documents", file, "--password-file", folder.resolve("p")))
                .isEqualTo(2);
        assertThat(screen.err()).contains("password file cannot be read");
    }

    @Test
    void namesTheProcessThatHoldsTheFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("a.pdf"), "x");
        Path out = folder.resolve("out");
        try (OutFolder held = OutFolder.lock(out)) {
            assertThat(held.root()).exists();
            assertThat(screen.run("documents", file, "--out", out)).isEqualTo(3);
        }
        assertThat(screen.err())
                .isEqualTo(
                        "tessera: another command holds --out %s (process %d); wait for it to end or give another --out\n"
                                .formatted(out, ProcessHandle.current().pid()));
    }

    @Test
    void refusesAFolderThatIsAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("a.pdf"), "x");
        assertThat(screen.run("documents", file, "--out", file)).isEqualTo(3);
        assertThat(screen.err()).startsWith("tessera: cannot write to --out (").hasLineCount(1);
    }

    @Test
    void showsTheStackTraceOnlyWhenAsked() throws IOException {
        Path file = Files.writeString(folder.resolve("a.pdf"), "x");
        assertThat(screen.run("documents", file, "--out", file, "-v")).isEqualTo(3);
        assertThat(screen.err()).contains("\tat io.tessera.");
    }

    @Test
    void removesOnlyWhatItMade() throws IOException {
        Path out = folder.resolve("out");
        OutFolder.lock(out).close();
        Files.createDirectories(out.resolve("logs"));
        Files.writeString(out.resolve("logs/tessera.log"), "x");
        Files.writeString(out.resolve("mine.txt"), "x");

        assertThat(screen.run("clean", "--out", out, "--yes")).isZero();

        assertThat(out.resolve("mine.txt")).exists();
        assertThat(out.resolve("logs")).doesNotExist();
        assertThat(screen.err()).contains("removed");
    }

    @Test
    void removesNothingUnasked() throws IOException {
        Path out = folder.resolve("out");
        OutFolder.lock(out).close();
        assertThat(screen.run("clean", "--out", out)).isEqualTo(2);
        assertThat(Screen.of("n\n").run("clean", "--out", out)).isNotZero();
        assertThat(out.resolve("state")).exists();
        assertThat(Screen.of("y\n").run("clean", "--out", out)).isZero();
        assertThat(out).doesNotExist();
    }

    @Test
    void printsACompletionScript() {
        assertThat(screen.run("completion")).isZero();
        assertThat(screen.out()).contains("tessera", "--password-file");
    }
}
