/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImagingBenchTest {
    @TempDir private Path folder;

    @Test
    void measuresBesideAPeerAndSaysWhenBytesDiffer() throws Exception {
        Path fakePython = folder.resolve("fake-python");
        Files.writeString(
                fakePython,
                "#!/bin/sh\nprintf 'imaging/xcomposer2\\t40.0\\t0.1\\tabc\\tFake 1\\n'\n");
        Files.setPosixFilePermissions(fakePython, PosixFilePermissions.fromString("rwx------"));
        List<Measure> measures = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        List<Peer> peers =
                List.of(
                        Peer.authors(fakePython.toString()),
                        Peer.simd(folder.resolve("none").toString()));
        new ImagingBench(peers, 1).run(measures::add, notes::add);
        assertThat(measures)
                .extracting(Measure::name)
                .contains(
                        "imaging/xcomposer2d5",
                        "imaging/xcomposer2d5/plain",
                        "imaging/xcomposer2d5/global",
                        "imaging/xcomposer2-4khd",
                        "imaging/xcomposer2",
                        "imaging/internvl2_5/plain")
                .doesNotContain("imaging/xcomposer2/global", "imaging/xcomposer2/vector");
        Measure square =
                measures.stream()
                        .filter(measure -> measure.name().equals("imaging/xcomposer2"))
                        .findFirst()
                        .orElseThrow();
        assertThat(square.peer()).isEqualTo("authors");
        assertThat(square.ratio()).isCloseTo(square.value() / 40.0, offset(1e-9));
        assertThat(notes)
                .contains("authors: Fake 1", "loops that run here: plain")
                .anyMatch(note -> note.startsWith("imaging/xcomposer2: bytes DIFFER FROM"))
                .anyMatch(note -> note.startsWith("peer pillow-simd is not installed"));
    }
}
