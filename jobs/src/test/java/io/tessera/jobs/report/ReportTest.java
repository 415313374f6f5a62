/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportTest {
    @TempDir Path folder;

    private final SampleRun run = new SampleRun();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onload='alert(1)",
                "</style><script>alert(1)</script>",
                "</title><svg onload=alert(1)>",
                "<!--<iframe src=\"http://canary.invalid/\">",
                "]]><a href=\"javascript:alert(1)\">x</a>",
                "&lt;script&gt;alert(1)&lt;/script&gt;"
            })
    void letsNothingThatWasReadBecomeMarkup(String hostile) throws IOException {
        run.add(SampleRun.run("video", 1).put("version", hostile).put("engine", hostile));
        ObjectNode page = run.page(hostile, 1, hostile);
        page.put("language", hostile).put("reason", hostile).put("code", hostile);
        page.put("state", hostile).put("source", hostile);
        page.withArray("codes").addObject().put("format", hostile).put("text", hostile);
        page.withObject("/thumbnail").put("key", hostile);
        run.add(page);
        run.failed(hostile, hostile, hostile, hostile);
        ObjectNode chunk = SampleRun.run("x", 1).put("type", "chunk").put("input", "v" + hostile);
        chunk.put("caption", hostile).put("state", hostile);
        chunk.putArray("text").addObject().put("text", hostile).put("seconds", 1);
        chunk.withObject("/facts")
                .withArray("colours")
                .addObject()
                .put("rgb", hostile)
                .put("name", hostile);
        chunk.withObject("/facts")
                .withArray("codes")
                .addObject()
                .put("text", hostile)
                .put("format", hostile);
        run.add(chunk);
        ObjectNode video = SampleRun.run("x", 1).put("type", "input").put("input", "v" + hostile);
        video.put("kind", "video").put("state", "OK").put("planned", hostile);
        video.withArray("missing").add(hostile);
        video.withArray("warnings").add(hostile);
        video.withObject("/video").put("codec", hostile);
        run.add(video);

        String page1 = written();

        String harmless = page1.replace(ReportStyle.load().css(), "");
        assertThat(tagsOf(harmless)).doesNotContainAnyElementsOf(forbiddenTags());
        assertThat(attributesOf(harmless)).noneMatch(name -> name.startsWith("on"));
        assertThat(harmless).doesNotContain("javascript:alert(1)\"");
        assertThat(harmless).contains(Html.escaped(hostile));
    }

    @Test
    void allowsNoScriptAndNoFetchAndOnlyItsOwnStyle() throws IOException {
        run.add(SampleRun.run("document", 1));
        run.document("a.pdf", "OK");

        String page = written();

        Matcher policy =
                Pattern.compile("Content-Security-Policy\" content=\"([^\"]*)\"").matcher(page);
        assertThat(policy.find()).isTrue();
        assertThat(policy.group(1))
                .contains("default-src 'none'")
                .contains("img-src data:")
                .doesNotContain("unsafe");
        assertThat(page).contains("<style>" + ReportStyle.load().css() + "</style>");
        assertThat(attributesOf(page.replace(ReportStyle.load().css(), "")))
                .doesNotContain("style", "src", "srcset", "action");
        assertThat(page).doesNotContain("http://").doesNotContain("https://");
    }

    @Test
    void laysEachPictureIntoThePageOnce() throws IOException {
        run.add(SampleRun.run("video", 1));
        run.video("clip.mp4", 2, "OK");

        String page = written();

        byte[] sheet = run.find("sheet-1", Long.MAX_VALUE).orElseThrow();
        String data = Base64.getEncoder().encodeToString(sheet);
        assertThat(page.split(Pattern.quote(data), -1)).hasSize(2);
        assertThat(page.split("<figcaption>", -1)).hasSize(11);
    }

    @Test
    void leavesOutPicturesThatAreNone() throws IOException {
        ObjectNode page = run.page("a.pdf", 1, "text");
        page.withObject("/thumbnail").put("key", "not-there");
        run.add(page);
        run.failed("a.pdf", "OK", "", "");

        assertThat(written()).contains("no picture").doesNotContain("data:image");
    }

    @Test
    void takesReorderingAndControlCharactersOut() {
        assertThat(Html.escaped("a\u202Eb\u0000c\u2066d\uD800e"))
                .isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe");
    }

    @Test
    void showsARunThatWasCutOff() throws IOException {
        run.add(SampleRun.run("document", 2));
        run.add(run.page("a.pdf", 1, "first page"));

        assertThat(written()).contains("0 documents").doesNotContain("first page");
    }

    private String written() throws IOException {
        Path results = folder.resolve("results.jsonl");
        Path page = folder.resolve("report.html");
        run.save(results);
        Report.write(results, run, page);
        return Files.readString(page, StandardCharsets.UTF_8);
    }

    private static List<String> tagsOf(String html) {
        return Pattern.compile("<\\s*([a-zA-Z]+)")
                .matcher(html)
                .results()
                .map(m -> m.group(1))
                .toList();
    }

    private static List<String> forbiddenTags() {
        return List.of(
                "script",
                "img",
                "iframe",
                "object",
                "embed",
                "form",
                "link",
                "base",
                "foreignObject");
    }

    private static List<String> attributesOf(String html) {
        return Pattern.compile("<[^>]*>")
                .matcher(html)
                .results()
                .flatMap(
                        tag ->
                                Pattern.compile("\\s([a-zA-Z-]+)\\s*=")
                                        .matcher(tag.group().replaceAll("\"[^\"]*\"", "\"\""))
                                        .results())
                .map(m -> m.group(1))
                .toList();
    }
}
