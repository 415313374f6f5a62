/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.sink;

import static java.util.Objects.requireNonNull;

import io.tessera.connectors.kafka.RecordPublisher;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A record that is ready to be sent.
 *
 * @param topic topic
 * @param key key
 * @param value value
 * @param timestampMillis event time
 * @param headers headers in order
 */
// Bytes are an array because Flink has a type for that; nobody changes or compares them.
@SuppressWarnings("ArrayRecordComponent")
record Outgoing(
        String topic, String key, byte[] value, long timestampMillis, Map<String, String> headers) {
    Outgoing {
        requireNonNull(topic, "topic is null");
        requireNonNull(key, "key is null");
        requireNonNull(value, "value is null");
    }

    /** A record about {@code publication}. */
    static Outgoing of(
            Publication publication, String topic, String key, byte[] value, long micros) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("item", publication.item());
        headers.put("revision", Long.toString(publication.revision()));
        headers.put("input", publication.inputId());
        if (publication.stream() != null) {
            headers.put("stream", publication.stream());
        }
        if (publication.traceparent() != null) {
            headers.put("traceparent", publication.traceparent());
        }
        return new Outgoing(topic, key, value, Math.floorDiv(micros, 1000L), headers);
    }

    void send(RecordPublisher publisher) {
        publisher.send(topic, key, value, timestampMillis, headers);
    }
}
