/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.service;

import static java.util.Objects.requireNonNull;

import io.tessera.contract.option.Options;
import io.tessera.v1.Kind;
import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the functions of one reading job know. It is serialized into them, so it holds no
 * secret; {@link #defaults} gives what a job starts from.
 *
 * @param kind what the job reads
 * @param options the job's options, over which a request may set its overlay
 * @param services makes the services of a process
 * @param parallelism subtasks of each step; join, finish and sink share it
 * @param unitsAtOnce units of one subtask between worker and store at a time
 * @param engineDeadline wall clock of one engine call
 * @param commitPatience how long one commit repeats what fails before it fails the task: half the
 *     checkpoint timeout
 * @param passwordFile file whose first line opens locked inputs; null if none was given
 * @param publishing false only in tests that prove that nothing else publishes
 * @param version software version, for the run part of ledger entries
 */
public record ReadingSettings(
        Kind kind,
        Options options,
        ServiceFactory services,
        int parallelism,
        int unitsAtOnce,
        Duration engineDeadline,
        Duration commitPatience,
        @Nullable String passwordFile,
        boolean publishing,
        String version)
        implements Serializable {
    public ReadingSettings {
        requireNonNull(kind, "kind is null");
        requireNonNull(options, "options is null");
        requireNonNull(services, "services is null");
        requireNonNull(engineDeadline, "engineDeadline is null");
        requireNonNull(commitPatience, "commitPatience is null");
        requireNonNull(version, "version is null");
        if (kind != Kind.VIDEO && kind != Kind.DOCUMENT) {
            throw new IllegalArgumentException("kind is %s, not VIDEO or DOCUMENT".formatted(kind));
        }
        if (parallelism < 1 || unitsAtOnce < 1) {
            throw new IllegalArgumentException(
                    "parallelism is %d and unitsAtOnce %d; both count from 1"
                            .formatted(parallelism, unitsAtOnce));
        }
    }

    /** Settings of a job with everything at its default. */
    public static ReadingSettings defaults(Kind kind, ServiceFactory services, int parallelism) {
        return new ReadingSettings(
                kind,
                Options.DEFAULTS,
                services,
                parallelism,
                8,
                Duration.ofMinutes(10),
                Duration.ofSeconds(60),
                null,
                true,
                "0.1.0-SNAPSHOT");
    }

    public ReadingSettings withOptions(Options changed) {
        return new ReadingSettings(
                kind,
                changed,
                services,
                parallelism,
                unitsAtOnce,
                engineDeadline,
                commitPatience,
                passwordFile,
                publishing,
                version);
    }

    public ReadingSettings withPasswordFile(@Nullable String file) {
        return new ReadingSettings(
                kind,
                options,
                services,
                parallelism,
                unitsAtOnce,
                engineDeadline,
                commitPatience,
                file,
                publishing,
                version);
    }

    /** The same job with its committer switched off: it reads, and says nothing to anybody. */
    public ReadingSettings withoutPublishing() {
        return new ReadingSettings(
                kind,
                options,
                services,
                parallelism,
                unitsAtOnce,
                engineDeadline,
                commitPatience,
                passwordFile,
                false,
                version);
    }
}
