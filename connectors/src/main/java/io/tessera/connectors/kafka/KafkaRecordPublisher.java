/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * One idempotent producer that waits for all replicas. What waits to be sent is bounded: a slow
 * broker makes {@link #send} wait. After a failure the producer is replaced, since an idempotent
 * one may be beyond use then.
 */
public final class KafkaRecordPublisher implements RecordPublisher {
    private static final int BUFFER_BYTES = 16 << 20;

    private final KafkaSettings settings;
    private final Map<String, String> own;

    /** Of the present producer: one that was closed may still report. */
    private FirstFailure failure = new FirstFailure();

    private @Nullable KafkaProducer<String, byte[]> producer;

    /** A publisher that gives a record half a minute. */
    public KafkaRecordPublisher(KafkaSettings settings) {
        this(settings, Duration.ofSeconds(30));
    }

    /**
     * A publisher that connects with its first record.
     *
     * @param patience how long a record may take until its flush fails; 2 s or more
     */
    public KafkaRecordPublisher(KafkaSettings settings, Duration patience) {
        this.settings = settings;
        String millis = Long.toString(patience.toMillis());
        String request = Long.toString(patience.toMillis() / 2);
        own =
                Map.of(
                        "acks",
                        "all",
                        "enable.idempotence",
                        "true",
                        "delivery.timeout.ms",
                        millis,
                        "request.timeout.ms",
                        request,
                        "max.block.ms",
                        millis,
                        "linger.ms",
                        "5",
                        "buffer.memory",
                        Integer.toString(BUFFER_BYTES),
                        "max.request.size",
                        Integer.toString(TopicSpec.MAX_MESSAGE_BYTES));
    }

    @Override
    public void send(
            String topic,
            String key,
            byte[] value,
            long timestampMillis,
            Map<String, String> headers) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(topic, null, timestampMillis, key, value);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
        try {
            Future<RecordMetadata> unused = open().send(record, failure);
        } catch (InterruptException e) {
            Thread.currentThread().interrupt();
            throw failed(e);
        } catch (KafkaException | IllegalStateException e) {
            throw failed(e);
        }
    }

    @Override
    public void flush() {
        if (producer != null) {
            try {
                producer.flush();
            } catch (InterruptException e) {
                Thread.currentThread().interrupt();
                throw failed(e);
            }
        }
        Exception first = failure.exception;
        if (first != null) {
            throw failed(first);
        }
    }

    /** Ends without waiting for what was not flushed. */
    @Override
    public void close() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }

    private KafkaProducer<String, byte[]> open() {
        KafkaProducer<String, byte[]> open = producer;
        if (open == null) {
            open =
                    new KafkaProducer<>(
                            settings.client(own),
                            new StringSerializer(),
                            new ByteArraySerializer());
            producer = open;
        }
        return open;
    }

    private PublishFailed failed(Exception cause) {
        close();
        failure = new FirstFailure();
        return new PublishFailed(
                "Kafka at %s did not take a record: %s"
                        .formatted(settings.bootstrapServers(), cause.getMessage()),
                cause);
    }

    /** Keeps the first failure; set by the producer's thread, read by ours. */
    private static final class FirstFailure implements Callback {
        private volatile @Nullable Exception exception;

        @Override
        public void onCompletion(@Nullable RecordMetadata metadata, @Nullable Exception e) {
            if (e != null && exception == null) {
                exception = e;
            }
        }
    }
}
