/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.kafka;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Hands on every record, whatever it holds. */
final class IncomingRecordSchema implements KafkaRecordDeserializationSchema<IncomingRecord> {
    private static final long serialVersionUID = 1L;

    @Override
    public void deserialize(
            ConsumerRecord<byte[], byte[]> record, Collector<IncomingRecord> collector) {
        byte[] value = record.value();
        collector.collect(
                new IncomingRecord(
                        value == null ? new byte[0] : value,
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        record.timestamp(),
                        traceparent(record)));
    }

    private static @Nullable String traceparent(ConsumerRecord<byte[], byte[]> record) {
        Header header = record.headers().lastHeader("traceparent");
        // 55 characters long; what is longer is none.
        return header == null || header.value() == null || header.value().length > 55
                ? null
                : new String(header.value(), US_ASCII);
    }

    @Override
    public TypeInformation<IncomingRecord> getProducedType() {
        return TypeInformation.of(IncomingRecord.class);
    }
}
