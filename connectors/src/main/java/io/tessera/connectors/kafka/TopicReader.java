/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tessera.contract.codec.RecordDecoder;
import io.tessera.contract.codec.UndecodableRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads topics from given places on, without a group: what a command prints as it is committed.
 * Records may come twice; readers count an item and revision once. Used by one thread.
 */
public final class TopicReader implements AutoCloseable {
    private final KafkaSettings settings;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final RecordDecoder decoder = new RecordDecoder();
    private final Map<TopicPartition, Long> next;

    /** Reads each partition of {@code start} from its offset on. */
    public TopicReader(KafkaSettings settings, TopicOffsets start) {
        this.settings = settings;
        consumer =
                new KafkaConsumer<>(
                        settings.client(properties()),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        next = new HashMap<>(start.offsets());
        consumer.assign(next.keySet());
        next.forEach(consumer::seek);
    }

    /**
     * The next records, in order within a partition; empty if none came within {@code timeout}.
     *
     * @throws KafkaUnavailable if the brokers refuse
     */
    public List<TopicRecord> poll(Duration timeout) {
        try {
            ConsumerRecords<byte[], byte[]> polled = consumer.poll(timeout);
            List<TopicRecord> records = new ArrayList<>(polled.count());
            polled.forEach(record -> records.add(decoded(record)));
            next.replaceAll((partition, offset) -> consumer.position(partition, timeout(timeout)));
            return records;
        } catch (KafkaException e) {
            throw new KafkaUnavailable(
                    "Kafka at %s failed on reading topics: %s"
                            .formatted(settings.bootstrapServers(), e.getMessage()),
                    e);
        }
    }

    /** The place after everything that {@link #poll} returned. */
    public TopicOffsets position() {
        return new TopicOffsets(next);
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ZERO));
    }

    private static Map<String, String> properties() {
        Map<String, String> properties = new HashMap<>(ConsumerBounds.PROPERTIES);
        properties.put("enable.auto.commit", "false");
        properties.put("auto.offset.reset", "earliest");
        return properties;
    }

    /** Asking for a position waits only where it is not known yet. */
    private static Duration timeout(Duration poll) {
        return poll.plusSeconds(10);
    }

    private TopicRecord decoded(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : record.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), UTF_8));
            }
        }
        return new TopicRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                record.key() == null ? null : new String(record.key(), UTF_8),
                headers,
                value(record.value()));
    }

    private @Nullable SpecificRecordBase value(byte @Nullable [] bytes) {
        try {
            return bytes == null ? null : decoder.decode(bytes);
        } catch (UndecodableRecord e) {
            return null;
        }
    }
}
