/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.verify;

/**
 * Counts over a folder.
 *
 * @param pass cases that agree
 * @param fail cases that do not
 * @param skip cases that were not checked
 * @param skippedThoughKnown of those, cases of a kind that there is a check for
 */
public record VerifySummary(int pass, int fail, int skip, int skippedThoughKnown) {
    /** All cases. */
    public int total() {
        return pass + fail + skip;
    }

    /** Whether at least one passed, none failed and none of a known kind was left out. */
    public boolean ok() {
        return pass > 0 && fail == 0 && skippedThoughKnown == 0;
    }

    static final class Counter {
        private int pass;
        private int fail;
        private int skip;
        private int skippedThoughKnown;

        void count(CaseResult result) {
            switch (result.state()) {
                case PASS -> pass++;
                case FAIL -> fail++;
                case SKIP -> {
                    skip++;
                    if (result.known()) {
                        skippedThoughKnown++;
                    }
                }
            }
        }

        VerifySummary summary() {
            return new VerifySummary(pass, fail, skip, skippedThoughKnown);
        }
    }
}
