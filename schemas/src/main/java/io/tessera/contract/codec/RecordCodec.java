/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.contract.codec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.DatumReader;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * Records on topics: Avro single-object encoding (C3 01, 8 bytes of fingerprint, binary), so that
 * every record names its schema and needs no registry. Records of earlier versions are read too.
 * Not thread-safe; cheap to make.
 *
 * @param <T> the record
 */
public final class RecordCodec<T extends SpecificRecordBase> {
    static {
        AvroTrust.established();
    }

    private final BinaryMessageEncoder<T> encoder;
    private final Map<Long, DatumReader<T>> readers = new HashMap<>();

    private RecordCodec(T prototype, List<Schema> earlierOnes) {
        Schema present = prototype.getSchema();
        SpecificData model = SpecificData.getForSchema(present);
        encoder = new BinaryMessageEncoder<>(model, present);
        for (Schema earlier : earlierOnes) {
            readers.put(
                    SchemaNormalization.parsingFingerprint64(earlier),
                    new SpecificDatumReader<>(earlier, present, model));
        }
        readers.put(
                SchemaNormalization.parsingFingerprint64(present),
                new SpecificDatumReader<>(present, present, model));
    }

    /** The codec of a record class with a public constructor without arguments. */
    public static <T extends SpecificRecordBase> RecordCodec<T> of(Class<T> type) {
        try {
            T prototype = type.getDeclaredConstructor().newInstance();
            return new RecordCodec<>(
                    prototype, SchemaHistory.of(prototype.getSchema().getFullName()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("not a generated record: " + type, e);
        }
    }

    /** A codec that reads records of given earlier schemas. */
    static <T extends SpecificRecordBase> RecordCodec<T> of(T prototype, List<Schema> earlier) {
        return new RecordCodec<>(prototype, earlier);
    }

    public byte[] encode(T record) {
        try {
            ByteBuffer bytes = encoder.encode(record);
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            return copy;
        } catch (IOException e) {
            throw new IllegalStateException("encoding to memory failed", e);
        }
    }

    /**
     * Reads the record that one message holds.
     *
     * @throws UndecodableRecord if the bytes are not a record that this reader knows, or more than
     *     one
     */
    public T decode(byte[] bytes) throws UndecodableRecord {
        OptionalLong fingerprint = MessageHeader.fingerprint(bytes);
        DatumReader<T> reader =
                fingerprint.isPresent() ? readers.get(fingerprint.getAsLong()) : null;
        if (reader == null) {
            throw new UndecodableRecord(
                    "%d bytes are not a record of this version".formatted(bytes.length), null);
        }
        return HostileBytes.read(
                reader, bytes, MessageHeader.BYTES, bytes.length - MessageHeader.BYTES);
    }
}
