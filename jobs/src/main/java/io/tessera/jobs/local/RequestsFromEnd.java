/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.local;

import io.tessera.connectors.kafka.IncomingRecord;
import io.tessera.connectors.kafka.KafkaSettings;
import io.tessera.connectors.kafka.RequestSource;
import io.tessera.connectors.kafka.TopicOffsets;
import org.apache.flink.connector.kafka.source.KafkaSource;

/** The source of a one-shot job: requests that come after a given place. */
final class RequestsFromEnd {
    private RequestsFromEnd() {}

    static KafkaSource<IncomingRecord> of(KafkaSettings kafka, String group, TopicOffsets start) {
        return RequestSource.fromOffsets(kafka, group, start);
    }
}
