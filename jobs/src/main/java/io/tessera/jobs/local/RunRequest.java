/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.local;

import static java.util.Objects.requireNonNull;

import io.tessera.v1.Mode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A run on one machine.
 *
 * @param command name of the command, for the run line
 * @param jobs the jobs, one a kind
 * @param out folder that holds everything the run makes
 * @param mode how results that are there already are treated
 * @param tenant whose results they are
 * @param parallelism units read at the same time
 * @param giveUpAfter longest wait for a store or broker that is down
 * @param publishing false only in tests that prove that nothing else publishes
 */
public record RunRequest(
        String command,
        List<JobRequest> jobs,
        Path out,
        Mode mode,
        String tenant,
        int parallelism,
        Duration giveUpAfter,
        boolean publishing) {
    /** Longest wait for a store or broker that is down. */
    public static final Duration GIVE_UP_AFTER = Duration.ofMinutes(5);

    public RunRequest {
        requireNonNull(command, "command is null");
        requireNonNull(out, "out is null");
        requireNonNull(mode, "mode is null");
        requireNonNull(tenant, "tenant is null");
        requireNonNull(giveUpAfter, "giveUpAfter is null");
        jobs = List.copyOf(jobs);
        if (parallelism < 1) {
            throw new IllegalArgumentException("parallelism is " + parallelism);
        }
    }
}
