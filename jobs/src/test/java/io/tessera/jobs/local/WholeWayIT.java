/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tessera.contract.option.Options;
import io.tessera.contract.option.PageSelection;
import io.tessera.jobs.outcome.CommandFailure;
import io.tessera.v1.Kind;
import io.tessera.v1.Mode;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs of the whole program over small inputs, through broker, store, cluster and workers. */
class WholeWayIT {
    private static final List<String> PAGE_FIELDS =
            List.of(
                    "type",
                    "input",
                    "inputId",
                    "page",
                    "state",
                    "code",
                    "source",
                    "rotation",
                    "confidence",
                    "language",
                    "text",
                    "key");
    private static final List<String> INPUT_FIELDS =
            List.of(
                    "type",
                    "input",
                    "inputId",
                    "kind",
                    "state",
                    "code",
                    "reason",
                    "warnings",
                    "missing",
                    "attempts",
                    "resumed",
                    "pipelineId",
                    "bytes",
                    "sha256",
                    "seconds",
                    "document");
    private static final List<String> DOCUMENT_FIELDS =
            List.of(
                    "mediaType",
                    "pagesDeclared",
                    "pagesRecognised",
                    "pagesBlank",
                    "pagesDuplicate",
                    "pagesRefused",
                    "pagesFailed");

    @TempDir Path folder;

    @Test
    void readsAnswersForEachInputAndResumes() throws IOException {
        NamedInput picture = picture("hello.png", "Forty two harbour lights");
        NamedInput again = copy(picture, "again.png");
        NamedInput empty = file("empty.pdf", "");
        NamedInput other = file("letter.docx", "PK\u0003\u0004 not read");
        List<ObjectNode> first = new ArrayList<>();

        int code = run(List.of(picture, again, empty, other), true, first);

        assertThat(code).isEqualTo(1);
        assertThat(types(first)).startsWith("run").endsWith("summary");
        assertThat(states(first)).containsExactlyInAnyOrder("OK", "OK", "EMPTY", "UNSUPPORTED");
        ObjectNode page = only(first, "page", picture);
        assertThat(page.path("text").asText())
                .isEqualToIgnoringWhitespace("Forty two harbour lights");
        assertThat(names(page)).containsAll(PAGE_FIELDS);
        ObjectNode input = only(first, "input", picture);
        assertThat(names(input)).containsAll(INPUT_FIELDS);
        assertThat(names(input.withObject("/document"))).containsAll(DOCUMENT_FIELDS);
        assertThat(first.indexOf(page)).isLessThan(first.indexOf(input));
        assertThat(last(first).path("ledger").path("balanced").asBoolean()).isTrue();
        assertThat(folder.resolve("out/files/hello.png/document.md")).exists();
        assertThat(Files.readString(folder.resolve("out/report.html")))
                .contains("Forty two harbour");
        assertThat(Files.readAllLines(folder.resolve("out/results.jsonl"))).hasSameSizeAs(first);

        List<ObjectNode> second = new ArrayList<>();
        assertThat(run(List.of(picture), true, second)).isZero();
        ObjectNode resumed = only(second, "input", picture);
        assertThat(resumed.path("resumed").asBoolean()).isTrue();
        assertThat(only(second, "page", picture).path("key")).isEqualTo(page.path("key"));
        assertThat(last(second).path("ledger").path("items").asLong()).isZero();
    }

    @Test
    void saysNothingThatWasNotCommitted() throws IOException {
        NamedInput picture = picture("hello.png", "Never to be seen");
        List<ObjectNode> lines = new ArrayList<>();

        assertThatThrownBy(() -> run(List.of(picture), false, lines))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("nothing has moved");

        assertThat(types(lines)).containsExactly("run");
    }

    private int run(List<NamedInput> inputs, boolean publishing, List<ObjectNode> lines) {
        JobRequest job =
                new JobRequest(Kind.DOCUMENT, Options.DEFAULTS, inputs, PageSelection.ALL, null);
        RunRequest request =
                new RunRequest(
                        "documents",
                        List.of(job),
                        folder.resolve("out"),
                        Mode.NORMAL,
                        "default",
                        2,
                        publishing ? Duration.ofMinutes(4) : Duration.ofSeconds(45),
                        publishing);
        return new LocalRun("test").run(request, new Unwatched(), lines::add);
    }

    /** Progress that nobody looks at. */
    private static final class Unwatched implements RunProgress {
        @Override
        public void units(long read, long committed, long announced) {
            assertThat(committed).isLessThanOrEqualTo(announced);
        }

        @Override
        public void note(String line) {
            assertThat(line).isNotBlank();
        }

        @Override
        public void close() {
            // Nothing is shown.
        }
    }

    private NamedInput picture(String name, String text) throws IOException {
        BufferedImage image = new BufferedImage(900, 200, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 900, 200);
        graphics.setColor(Color.BLACK);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 48));
        graphics.drawString(text, 60, 110);
        graphics.dispose();
        Path file = folder.resolve(name);
        ImageIO.write(image, "png", file.toFile());
        return new NamedInput(name, name, file, null);
    }

    private NamedInput copy(NamedInput input, String name) throws IOException {
        Path file = Files.copy(input.file(), folder.resolve(name));
        return new NamedInput(name, name, file, null);
    }

    private NamedInput file(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return new NamedInput(name, name, file, null);
    }

    private static List<String> types(List<ObjectNode> lines) {
        return lines.stream().map(line -> line.path("type").asText()).toList();
    }

    private static List<String> states(List<ObjectNode> lines) {
        return lines.stream()
                .filter(line -> line.path("type").asText().equals("input"))
                .map(line -> line.path("state").asText())
                .toList();
    }

    private static ObjectNode only(List<ObjectNode> lines, String type, NamedInput input) {
        List<ObjectNode> found =
                lines.stream()
                        .filter(line -> line.path("type").asText().equals(type))
                        .filter(line -> line.path("input").asText().equals(input.shown()))
                        .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static ObjectNode last(List<ObjectNode> lines) {
        return lines.get(lines.size() - 1);
    }

    private static List<String> names(ObjectNode line) {
        List<String> names = new ArrayList<>();
        line.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
