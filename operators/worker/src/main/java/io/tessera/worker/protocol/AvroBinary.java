/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker.protocol;

import io.tessera.contract.codec.AvroTrust;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * Records between parent and worker: Avro binary without a schema, since both sides are one build.
 * What a worker sent is counted before it is read, so that its size in memory is bounded by the
 * frame and by the number of values.
 */
final class AvroBinary {
    static {
        AvroTrust.established();
    }

    /** Most values (fields and items) of one record: a dense page has some thousand words. */
    static final int MAX_VALUES = 2_000_000;

    private AvroBinary() {}

    static byte[] encode(SpecificRecordBase record) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
            new SpecificDatumWriter<SpecificRecordBase>(record.getSchema()).write(record, encoder);
            encoder.flush();
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("encoding to memory failed", e);
        }
    }

    /**
     * The record that {@code bytes} are, to the last byte.
     *
     * @throws ProtocolViolation if they are none, or one of more than {@link #MAX_VALUES} values
     */
    static <T extends SpecificRecordBase> T decode(byte[] bytes, Class<T> type)
            throws ProtocolViolation {
        try {
            Schema schema = SpecificData.get().getSchema(type);
            BinaryDecoder counted = decoder(bytes);
            new ValueCount(counted, MAX_VALUES).add(schema);
            if (!counted.isEnd()) {
                throw new IOException("bytes after the record");
            }
            SpecificDatumReader<T> reader = new SpecificDatumReader<>(type);
            reader.setSchema(schema);
            return reader.read(null, decoder(bytes));
        } catch (IOException | RuntimeException e) {
            // Avro answers hostile lengths with UnsupportedOperationException, among others.
            throw new ProtocolViolation(
                    "%d bytes are no %s".formatted(bytes.length, type.getSimpleName()), e);
        }
    }

    private static BinaryDecoder decoder(byte[] bytes) {
        return DecoderFactory.get().binaryDecoder(bytes, null);
    }
}
