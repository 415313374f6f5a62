/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.testing;

import io.tessera.connectors.kafka.IncomingRecord;
import io.tessera.connectors.kafka.KafkaSettings;
import io.tessera.connectors.kafka.RequestSource;
import io.tessera.connectors.kafka.TopicOffsets;
import io.tessera.streaming.service.ReadingSettings;
import io.tessera.streaming.topology.JobConfiguration;
import io.tessera.streaming.topology.LocalCluster;
import io.tessera.streaming.topology.ReadingTopology;
import io.tessera.streaming.topology.RetainedCheckpoints;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.common.TopicPartition;

/** A reading job on a cluster of its own. */
public final class RunningJob implements AutoCloseable {
    private final LocalCluster cluster;
    private final JobID job;

    private RunningJob(LocalCluster cluster, JobID job) {
        this.cluster = cluster;
        this.job = job;
    }

    /** Starts reading at these offsets and returns once every subtask runs. */
    public static RunningJob start(
            ReadingSettings settings, String bootstrapServers, Map<TopicPartition, Long> from)
            throws Exception {
        return start(settings, bootstrapServers, from, configuration(Duration.ofMillis(500)));
    }

    /** Starts where the newest checkpoint in {@code checkpoints} ends, if there is one. */
    public static RunningJob start(
            ReadingSettings settings,
            String bootstrapServers,
            Map<TopicPartition, Long> from,
            Path checkpoints,
            Duration interval)
            throws Exception {
        Configuration retained =
                JobConfiguration.retained(configuration(interval), checkpoints.toUri().toString());
        Optional<Path> newest = RetainedCheckpoints.newest(checkpoints);
        return start(
                settings,
                bootstrapServers,
                from,
                newest.map(path -> RetainedCheckpoints.restore(retained, path)).orElse(retained));
    }

    private static Configuration configuration(Duration interval) {
        return JobConfiguration.of(interval, Duration.ofSeconds(60));
    }

    private static RunningJob start(
            ReadingSettings settings,
            String bootstrapServers,
            Map<TopicPartition, Long> from,
            Configuration configuration)
            throws Exception {
        LocalCluster cluster = LocalCluster.start(configuration, settings.parallelism());
        try {
            StreamExecutionEnvironment env =
                    StreamExecutionEnvironment.getExecutionEnvironment(configuration);
            ReadingTopology.build(env, source(settings, bootstrapServers, from), settings);
            JobID job = cluster.submit(env);
            cluster.awaitReady(job, Duration.ofSeconds(60));
            return new RunningJob(cluster, job);
        } catch (Exception e) {
            cluster.close();
            throw e;
        }
    }

    private static KafkaSource<IncomingRecord> source(
            ReadingSettings settings, String bootstrapServers, Map<TopicPartition, Long> from) {
        return RequestSource.fromOffsets(
                KafkaSettings.of(bootstrapServers),
                "tests-" + settings.kind(),
                new TopicOffsets(from));
    }

    public LocalCluster cluster() {
        return cluster;
    }

    public JobID job() {
        return job;
    }

    @Override
    public void close() {
        try {
            cluster.cancel(job);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException e) {
            throw new AssertionError("job did not end", e);
        } finally {
            cluster.close();
        }
    }
}
