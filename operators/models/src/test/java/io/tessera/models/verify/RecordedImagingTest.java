/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The recorded imaging cases. Of the two large kinds every tenth runs; {@code -Dtessera.cases=all}
 * runs them all, as {@code tessera models verify} does.
 */
class RecordedImagingTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("tessera.shared", "../shared"), "fixtures");
    private static final boolean ALL = "all".equals(System.getProperty("tessera.cases"));

    private int number;

    @Test
    void recordedImagingCasesPass() throws Exception {
        assumeTrue(Files.isDirectory(FOLDER), FOLDER + " is not there");
        List<CaseResult> bad = new ArrayList<>();
        Map<String, Integer> passed = new TreeMap<>();
        VerifySummary summary =
                new Verifier(Verifier.imagingKinds())
                        .run(
                                FOLDER,
                                this::wanted,
                                result -> {
                                    if (result.state() == CaseResult.State.PASS) {
                                        passed.merge(result.kind(), 1, Integer::sum);
                                    } else {
                                        bad.add(result);
                                    }
                                });
        assertThat(bad).isEmpty();
        assertThat(summary.ok()).isTrue();
        assertThat(passed)
                .containsOnlyKeys(
                        "composite", "frames", "normalise", "partition", "resample", "rgb");
    }

    private boolean wanted(RecordedCase recorded) {
        number++;
        return switch (recorded.kind()) {
            case "frames", "rgb", "normalise" -> true;
            case "partition" -> ALL || recorded.json().has("size") || number % 10 == 0;
            case "resample", "composite" -> ALL || number % 10 == 0;
            default -> false;
        };
    }
}
