/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.local;

import io.tessera.jobs.results.ResultSink;

/** Runs jobs over inputs until every one has its reply. */
public interface ReadingRun {
    /**
     * Runs to the end.
     *
     * @param progress told how far the run is
     * @param results gets every line, the run's first and the summary last
     * @return the exit code of the run
     */
    int run(RunRequest request, RunProgress progress, ResultSink results);
}
