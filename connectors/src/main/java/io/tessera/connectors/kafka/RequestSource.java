/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.kafka;

import java.util.Collection;
import java.util.List;
import java.util.Properties;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;

/**
 * The source of a job: records as they lie in topics. Where it is lives in the job's checkpoints;
 * the offsets it commits to its group are for people who watch, and for a start without a
 * checkpoint.
 */
public final class RequestSource {
    private RequestSource() {}

    /** Goes on where the group's offsets stand; from the beginning where it has none. */
    @SuppressWarnings("deprecation") // The connector knows no other way to say it.
    public static KafkaSource<IncomingRecord> fromCommitted(
            KafkaSettings settings, String group, Collection<String> topics) {
        return source(
                settings,
                group,
                topics,
                OffsetsInitializer.committedOffsets(
                        org.apache.kafka.clients.consumer.OffsetResetStrategy.EARLIEST));
    }

    /** Starts at given places, such as the ends of topics before anything was sent. */
    public static KafkaSource<IncomingRecord> fromOffsets(
            KafkaSettings settings, String group, TopicOffsets start) {
        return source(settings, group, start.topics(), OffsetsInitializer.offsets(start.offsets()));
    }

    private static KafkaSource<IncomingRecord> source(
            KafkaSettings settings,
            String group,
            Collection<String> topics,
            OffsetsInitializer start) {
        Properties properties = new Properties();
        properties.putAll(settings.properties());
        KafkaSourceBuilder<IncomingRecord> builder =
                KafkaSource.<IncomingRecord>builder()
                        .setProperties(properties)
                        .setBootstrapServers(settings.bootstrapServers())
                        .setGroupId(group)
                        .setClientIdPrefix(group)
                        .setTopics(List.copyOf(topics))
                        .setStartingOffsets(start)
                        .setDeserializer(new IncomingRecordSchema());
        ConsumerBounds.PROPERTIES.forEach(builder::setProperty);
        return builder.build();
    }
}
