/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tessera.contract.option.Options;
import io.tessera.contract.option.PageSelection;
import io.tessera.v1.Kind;
import io.tessera.v1.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds every sample file to the state, code and counts that docs/states.md states. */
class StatesTableIT {
    private static final Path TABLE = Path.of("..", "docs", "states.md");

    /** A machine that does much else at the same time is no reason for a file to time out. */
    private static final Options PATIENT =
            Options.parse(Map.of("limit.unit-time", "5m", "limit.silence", "2m"));

    @TempDir Path folder;

    @Test
    void eachFileEndsAsTheTableSays() throws IOException {
        Path media = Path.of(System.getProperty("tessera.shared", "../shared"), "media");
        assumeTrue(Files.isDirectory(media), "no sample media at " + media);
        SortedMap<String, String> stated = stated();
        List<ObjectNode> lines = new ArrayList<>();

        RunRequest request =
                new RunRequest(
                        "states",
                        List.of(
                                job(Kind.VIDEO, "video/", stated, media),
                                job(Kind.DOCUMENT, "documents/", stated, media)),
                        folder.resolve("out"),
                        Mode.NORMAL,
                        "default",
                        2,
                        RunRequest.GIVE_UP_AFTER,
                        true);
        int code = new LocalRun("test").run(request, new Silent(), lines::add);

        SortedMap<String, String> found = new TreeMap<>();
        for (ObjectNode line : lines) {
            if (line.path("type").asText().equals("input")) {
                found.put(line.path("input").asText(), row(line));
            }
        }
        assertThat(found).containsExactlyEntriesOf(stated);
        assertThat(code).isEqualTo(1);
    }

    /** State, code and counts by file. */
    private static SortedMap<String, String> stated() throws IOException {
        SortedMap<String, String> rows = new TreeMap<>();
        for (String line : Files.readAllLines(TABLE)) {
            String[] cells = line.split("\\|", -1);
            if (cells.length > 5 && cells[1].contains("/")) {
                rows.put(
                        cells[1].strip(),
                        String.join(", ", cells[2].strip(), cells[3].strip(), cells[4].strip()));
            }
        }
        assertThat(rows).hasSizeGreaterThan(40);
        return rows;
    }

    private static JobRequest job(
            Kind kind, String prefix, SortedMap<String, String> stated, Path media) {
        List<NamedInput> inputs =
                stated.keySet().stream()
                        .filter(name -> name.startsWith(prefix))
                        .map(
                                name -> {
                                    Path file = media.resolve(name).toAbsolutePath();
                                    String last = name.substring(name.lastIndexOf('/') + 1);
                                    return new NamedInput(name, last, file, null);
                                })
                        .toList();
        return new JobRequest(kind, PATIENT, inputs, PageSelection.ALL, null);
    }

    private static String row(ObjectNode line) {
        String code = line.hasNonNull("code") ? line.get("code").asText() : "";
        return String.join(", ", line.path("state").asText(), code, counts(line));
    }

    private static String counts(ObjectNode line) {
        if (line.has("video")) {
            ObjectNode video = line.withObject("/video");
            String flagged =
                    video.path("framesFlagged").asLong() == 0
                            ? ""
                            : ", %d damaged".formatted(video.path("framesFlagged").asLong());
            return "%d of %d frames%s"
                    .formatted(
                            video.path("framesDecoded").asLong(),
                            video.path("framesExpected").asLong(),
                            flagged);
        }
        ObjectNode document = line.withObject("/document");
        int pages = document.path("pagesDeclared").asInt();
        StringBuilder counts = new StringBuilder(pages == 1 ? "1 page" : pages + " pages");
        for (String state : List.of("Blank", "Duplicate", "Failed")) {
            int count = document.path("pages" + state).asInt();
            if (count > 0) {
                counts.append(", ")
                        .append(count)
                        .append(' ')
                        .append(state.toLowerCase(java.util.Locale.ROOT));
            }
        }
        return counts.toString();
    }

    /** Progress that nobody looks at. */
    private static final class Silent implements RunProgress {
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
}
