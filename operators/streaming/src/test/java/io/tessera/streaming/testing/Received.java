/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.testing;

import io.tessera.contract.codec.RecordCodec;
import io.tessera.contract.codec.UndecodableRecord;
import java.nio.charset.StandardCharsets;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** A record read back from a topic. */
public record Received(ConsumerRecord<String, byte[]> record) {
    public String topic() {
        return record.topic();
    }

    public String key() {
        return record.key();
    }

    public long timestamp() {
        return record.timestamp();
    }

    /** Value of a header, or null. */
    public String header(String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    public String item() {
        return header("item");
    }

    public long revision() {
        return Long.parseLong(header("revision"));
    }

    public <T extends SpecificRecordBase> T as(Class<T> type) {
        try {
            return RecordCodec.of(type).decode(record.value());
        } catch (UndecodableRecord e) {
            throw new AssertionError(type + " expected on " + topic(), e);
        }
    }
}
