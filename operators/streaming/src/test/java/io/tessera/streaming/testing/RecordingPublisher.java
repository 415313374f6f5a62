/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.testing;

import io.tessera.connectors.kafka.PublishFailed;
import io.tessera.connectors.kafka.RecordPublisher;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes down what is sent; its next flushes fail, as many as it is told. */
public final class RecordingPublisher implements RecordPublisher {
    /** A record that was sent. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Sent(
            String topic, String key, byte[] value, long millis, Map<String, String> headers) {}

    private final List<Sent> sent = new ArrayList<>();
    private final List<String> events;
    private int failing;

    /**
     * Appends {@code send TOPIC KEY} and {@code flush} to a log that others may share.
     *
     * @param events where to
     */
    public RecordingPublisher(List<String> events) {
        this.events = events;
    }

    public void failNextFlushes(int flushes) {
        failing = flushes;
    }

    public List<Sent> sent() {
        return sent;
    }

    @Override
    public void send(
            String topic,
            String key,
            byte[] value,
            long timestampMillis,
            Map<String, String> headers) {
        events.add("send " + topic + " " + headers.get("item"));
        sent.add(new Sent(topic, key, value, timestampMillis, headers));
    }

    @Override
    public void flush() {
        events.add("flush");
        if (failing > 0) {
            failing--;
            throw new PublishFailed("not acknowledged by a double", null);
        }
    }

    @Override
    public void close() {
        events.add("close");
    }
}
