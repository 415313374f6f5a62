/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.topology;

import io.tessera.streaming.flow.RequestRecord;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Takes request records from a KafkaSource as they are. Nothing is decoded here: a record that is
 * no request must end as a dead letter, not as a failed task.
 */
public final class RequestRecords implements KafkaRecordDeserializationSchema<RequestRecord> {
    private static final long serialVersionUID = 1L;
    private static final byte[] NOTHING = {};

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<RequestRecord> out) {
        Header trace = record.headers().lastHeader("traceparent");
        out.collect(
                new RequestRecord(
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        record.timestamp(),
                        record.value() == null ? NOTHING : record.value(),
                        trace == null || trace.value() == null
                                ? null
                                : new String(trace.value(), StandardCharsets.US_ASCII)));
    }

    @Override
    public TypeInformation<RequestRecord> getProducedType() {
        return Types.POJO(RequestRecord.class);
    }
}
