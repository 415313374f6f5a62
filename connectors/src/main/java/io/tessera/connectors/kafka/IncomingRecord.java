/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.kafka;

import org.jspecify.annotations.Nullable;

/**
 * A record as it came, not decoded yet: bytes that are no request have to end as dead letters, not
 * as a failure of the source.
 *
 * @param value the bytes; empty for a record without a value
 * @param topic where it lay
 * @param partition where it lay
 * @param offset where it lay
 * @param timestampMillis the record's own timestamp, milliseconds since the epoch
 * @param traceparent W3C trace context from the header of that name; null if there is none
 */
@SuppressWarnings("ArrayRecordComponent") // Flink's serializers know records, with arrays in them.
public record IncomingRecord(
        byte[] value,
        String topic,
        int partition,
        long offset,
        long timestampMillis,
        @Nullable String traceparent) {}
