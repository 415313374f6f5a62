/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.cluster;

import static java.util.Objects.requireNonNull;

import io.tessera.connectors.kafka.KafkaSettings;
import io.tessera.connectors.kafka.RequestSender;
import io.tessera.connectors.kafka.RequestSource;
import io.tessera.connectors.kafka.TopicAdmin;
import io.tessera.connectors.kafka.Topics;
import io.tessera.connectors.store.s3.S3Location;
import io.tessera.contract.option.Options;
import io.tessera.streaming.service.ReadingSettings;
import io.tessera.streaming.topology.JobConfiguration;
import io.tessera.streaming.topology.ReadingTopology;
import io.tessera.v1.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * A job that stays up on a cluster: it goes on from its newest checkpoint, or else from where its
 * consumer group stands.
 *
 * <pre>
 *   requests -&gt; plan -&gt; read =&gt; join -&gt; finish -&gt; publish
 * </pre>
 *
 * @param kind what it reads
 * @param options what it reads with
 * @param kafka brokers with the topics of {@link Topics}
 * @param partitions of topics that are not there yet
 * @param store bucket of inputs and results
 * @param parallelism subtasks of each step
 * @param checkpointInterval how often results come out
 * @param passwordFile file whose first line opens locked inputs
 */
public record ClusterJob(
        Kind kind,
        Options options,
        KafkaSettings kafka,
        int partitions,
        S3Location store,
        int parallelism,
        Duration checkpointInterval,
        @Nullable String passwordFile) {
    private static final Duration CHECKPOINT_TIMEOUT = Duration.ofMinutes(5);

    public ClusterJob {
        requireNonNull(kind, "kind is null");
        requireNonNull(options, "options is null");
        requireNonNull(kafka, "kafka is null");
        requireNonNull(store, "store is null");
        requireNonNull(checkpointInterval, "checkpointInterval is null");
    }

    /** Makes missing topics, builds the job and hands it to the cluster; blocks as Flink does. */
    public void execute(String version) throws Exception {
        try (TopicAdmin admin = new TopicAdmin(kafka)) {
            admin.ensure(Topics.all(), partitions);
        }
        String name = "tessera-" + kind.name().toLowerCase(Locale.ROOT);
        Configuration configuration = JobConfiguration.of(checkpointInterval, CHECKPOINT_TIMEOUT);
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        ReadingTopology.build(
                env,
                RequestSource.fromCommitted(kafka, name, List.of(RequestSender.topic(kind))),
                settings(version));
        env.execute(name);
    }

    private ReadingSettings settings(String version) {
        ClusterFactory services = new ClusterFactory(kafka, store, options, parallelism);
        ReadingSettings defaults = ReadingSettings.defaults(kind, services, parallelism);
        return new ReadingSettings(
                kind,
                options,
                services,
                parallelism,
                defaults.unitsAtOnce(),
                defaults.engineDeadline(),
                CHECKPOINT_TIMEOUT.dividedBy(2),
                passwordFile,
                true,
                version);
    }
}
