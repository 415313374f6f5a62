/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.topology;

import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;

/**
 * Flink settings that a reading job depends on. A cluster's own configuration may set others; these
 * hold what the promises rest on.
 */
public final class JobConfiguration {
    private static final int MAX_PARALLELISM = 720;

    private JobConfiguration() {}

    /**
     * The settings of a job.
     *
     * @param interval between checkpoints, which is how often results come out; 2 s on one machine
     * @param timeout of a checkpoint; a commit repeats what fails for half of it
     */
    public static Configuration of(Duration interval, Duration timeout) {
        Configuration configuration = new Configuration();
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, interval);
        configuration.set(CheckpointingOptions.CHECKPOINTING_TIMEOUT, timeout);
        configuration.set(
                CheckpointingOptions.MIN_PAUSE_BETWEEN_CHECKPOINTS, interval.dividedBy(2));
        configuration.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, 10);
        configuration.set(CheckpointingOptions.ENABLE_UNALIGNED, false);
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(PipelineOptions.OBJECT_REUSE, true);
        configuration.set(PipelineOptions.MAX_PARALLELISM, MAX_PARALLELISM);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
        configuration.set(
                RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF,
                Duration.ofMillis(500));
        configuration.set(
                RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF,
                Duration.ofSeconds(30));
        configuration.set(
                RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_RESET_BACKOFF_THRESHOLD,
                Duration.ofMinutes(2));
        return configuration;
    }

    /**
     * Keeps checkpoints as files while the job runs. Without this they lie in the memory of the job
     * manager, which refuses those over 5 MB: enough for tests, not for a backlog.
     */
    public static Configuration stored(Configuration configuration, String checkpointsUri) {
        Configuration stored = new Configuration(configuration);
        stored.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        stored.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpointsUri);
        return stored;
    }

    /** Keeps checkpoints beyond the job's end, for a job that goes on where it was. */
    public static Configuration retained(Configuration configuration, String checkpointsUri) {
        Configuration retained = stored(configuration, checkpointsUri);
        retained.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        return retained;
    }
}
