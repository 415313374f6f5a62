/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.cli;

import io.tessera.jobs.outcome.CommandFailure;
import io.tessera.v1.Mode;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Options that every command that reads takes. */
final class SharedOptions {
    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "tessera-out",
            order = 1,
            description = "Folder that holds everything the run makes. Default: tessera-out.")
    Path out = Path.of("tessera-out");

    @Option(
            names = "--json",
            order = 2,
            description = "Print JSON lines, and nothing else, on standard output.")
    boolean json;

    @Option(
            names = "--force",
            order = 3,
            description = "Read everything again under a new revision.")
    boolean force;

    @Option(
            names = "--retry-failed",
            order = 4,
            description = "Read again what ended in TIMEOUT, OOM, CRASH or MODEL_INVALID.")
    boolean retryFailed;

    @Option(
            names = "--tenant",
            paramLabel = "NAME",
            defaultValue = "default",
            order = 5,
            description = "Tenant that results belong to: a-z, 0-9 and -. Default: default.")
    String tenant = "default";

    @Option(
            names = "--parallel",
            paramLabel = "N",
            defaultValue = "0",
            order = 6,
            description = "Units read at the same time. Default: one a processor, at most 4.")
    int parallel;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            order = 7,
            description = "File of further options, one 'key: value' a line, # for remarks.")
    @org.jspecify.annotations.Nullable
    Path config;

    @Option(
            names = {"-v", "--verbose"},
            order = 8,
            description = "Show the stack trace behind an error.")
    boolean verbose;

    /**
     * How results that are already there are treated.
     *
     * @throws CommandFailure where two contradicting modes were asked for
     */
    Mode mode() {
        if (force && retryFailed) {
            throw CommandFailure.usage(
                    "two modes", "--force --retry-failed", "give one of them: --force reads all");
        }
        if (force) {
            return Mode.FORCE;
        }
        return retryFailed ? Mode.RETRY : Mode.NORMAL;
    }

    /** Units at the same time. */
    int parallelism() {
        if (parallel < 0 || parallel > 64) {
            throw CommandFailure.usage(
                    "--parallel is out of range", parallel, "give a number from 1 to 64");
        }
        int processors = Runtime.getRuntime().availableProcessors();
        return parallel == 0 ? Math.max(1, Math.min(4, processors)) : parallel;
    }

    String checkedTenant() {
        if (!tenant.matches("[a-z0-9-]{1,32}")) {
            throw CommandFailure.usage("not a tenant", tenant, "give 1 to 32 of a-z, 0-9 and -");
        }
        return tenant;
    }
}
