/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.flow;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A record of a request topic as it came, not decoded yet.
 *
 * @param topic topic
 * @param partition partition
 * @param offset offset
 * @param timestampMillis the record's timestamp, which a replay repeats
 * @param value the bytes; empty for a record without a value
 * @param traceparent W3C trace context of whoever asked, from the header of that name
 */
// Bytes are an array because Flink has a type for that; nobody changes or compares them.
@SuppressWarnings("ArrayRecordComponent")
public record RequestRecord(
        String topic,
        int partition,
        long offset,
        long timestampMillis,
        byte[] value,
        @Nullable String traceparent) {
    public RequestRecord {
        requireNonNull(topic, "topic is null");
        requireNonNull(value, "value is null");
    }

    /** Item of the record itself, which is also what tells two deliveries of a request apart. */
    public String item() {
        return "record/" + topic + "/" + partition + "/" + offset;
    }
}
