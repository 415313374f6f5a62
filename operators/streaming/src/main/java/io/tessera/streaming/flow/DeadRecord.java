/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.flow;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A record that is no request.
 *
 * @param topic topic
 * @param partition partition
 * @param offset offset
 * @param timestampMillis the record's timestamp
 * @param code UNDECODABLE or INVALID_REQUEST
 * @param reason what is wrong, with the value, and what to do
 * @param requestId whom to reply to; null where not even that could be read
 */
public record DeadRecord(
        String topic,
        int partition,
        long offset,
        long timestampMillis,
        String code,
        String reason,
        @Nullable String requestId) {
    public DeadRecord {
        requireNonNull(topic, "topic is null");
        requireNonNull(code, "code is null");
        requireNonNull(reason, "reason is null");
    }

    /** Item that the record ends as. */
    public String item() {
        return "record/" + topic + "/" + partition + "/" + offset;
    }
}
