/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.kafka;

import java.util.Map;

/**
 * The one way of records to Kafka: an idempotent producer that waits for all replicas. Used by one
 * thread.
 */
public interface RecordPublisher extends AutoCloseable {
    /**
     * Sends a record; it is durable only once {@link #flush} returned.
     *
     * @param timestampMillis event time of the record, milliseconds since the epoch
     * @param headers text headers in a stated order
     */
    void send(
            String topic,
            String key,
            byte[] value,
            long timestampMillis,
            Map<String, String> headers);

    /**
     * Waits until all that was sent is acknowledged.
     *
     * @throws PublishFailed if any of it was not
     */
    void flush();

    @Override
    void close();
}
