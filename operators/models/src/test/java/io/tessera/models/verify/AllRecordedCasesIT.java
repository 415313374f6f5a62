/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.tessera.models.testing.Recorded;
import io.tessera.models.torch.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * What the authors' code computed on small checkpoints. The whole set takes minutes, so a build
 * checks every eighth case of a kind; {@code -Dtests.cases=all} and {@code tessera models verify}
 * check each one.
 */
class AllRecordedCasesIT {
    private static final Set<String> IMAGING =
            Set.of("frames", "rgb", "resample", "partition", "composite", "normalise");

    @Test
    void answersAsTheAuthorsCodeDid() throws Exception {
        int every = System.getProperty("tests.cases", "").equals("all") ? 1 : 8;
        List<CaseKind> kinds = new ArrayList<>();
        for (CaseKind kind : ModelKinds.all(Precision.FP32, 512)) {
            if (!IMAGING.contains(kind.kind())) {
                kinds.add(new EveryNth(kind, every));
            }
        }
        List<CaseResult> failed = new ArrayList<>();
        Set<String> passed = new TreeSet<>();
        new Verifier(kinds)
                .run(
                        Recorded.folder(),
                        result -> {
                            if (result.state() == CaseResult.State.PASS) {
                                passed.add(result.kind());
                            } else if (result.state() == CaseResult.State.FAIL) {
                                failed.add(result);
                            }
                        });
        assertThat(failed).isEmpty();
        assertThat(passed)
                .containsExactly(
                        "decode",
                        "generate",
                        "positions",
                        "prefill",
                        "prompt",
                        "tokenize",
                        "vision");
    }

    /** Checks the first case of its kind and every n-th after it. */
    private static final class EveryNth implements CaseKind {
        private final CaseKind kind;
        private final int every;
        private int seen;

        EveryNth(CaseKind kind, int every) {
            this.kind = kind;
            this.every = every;
        }

        @Override
        public String kind() {
            return kind.kind();
        }

        @Override
        public void check(RecordedCase recorded, Findings findings) throws Exception {
            if (seen++ % every != 0) {
                throw new CannotCheck("left out of the build");
            }
            kind.check(recorded, findings);
        }

        @Override
        public void close() {
            kind.close();
        }
    }
}
