/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.kafka;

import java.util.Map;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;

/**
 * A record of a topic.
 *
 * @param topic where it lies
 * @param partition where it lies
 * @param offset where it lies
 * @param timestampMillis event time, milliseconds since the epoch
 * @param key null where it has none
 * @param headers text headers; the last of each name
 * @param value the decoded record; null where the bytes are none that this version knows
 */
public record TopicRecord(
        String topic,
        int partition,
        long offset,
        long timestampMillis,
        @Nullable String key,
        Map<String, String> headers,
        @Nullable SpecificRecordBase value) {
    public TopicRecord {
        headers = Map.copyOf(headers);
    }
}
