/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.local;

import io.tessera.connectors.kafka.KafkaSettings;
import io.tessera.connectors.kafka.TopicOffsets;
import io.tessera.streaming.flow.RequestRecord;
import io.tessera.streaming.topology.RequestRecords;
import java.util.List;
import java.util.Properties;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;

/** The source of a one-shot job: requests that come after a given place. */
final class RequestsFromEnd {
    private RequestsFromEnd() {}

    static KafkaSource<RequestRecord> of(KafkaSettings kafka, String group, TopicOffsets start) {
        Properties properties = new Properties();
        properties.putAll(kafka.properties());
        return KafkaSource.<RequestRecord>builder()
                .setProperties(properties)
                .setBootstrapServers(kafka.bootstrapServers())
                .setGroupId(group)
                .setClientIdPrefix(group)
                .setTopics(List.copyOf(start.topics()))
                .setStartingOffsets(OffsetsInitializer.offsets(start.offsets()))
                .setDeserializer(new RequestRecords())
                .build();
    }
}
