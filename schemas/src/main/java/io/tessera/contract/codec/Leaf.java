/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.contract.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * A leaf: an Avro container that holds one content record, without compression, its sync marker
 * taken from the record's own SHA-256, so that equal records are equal bytes.
 */
public final class Leaf {
    static {
        AvroTrust.established();
    }

    private static final int SYNC_BYTES = 16;

    private Leaf() {}

    /** The bytes of the leaf that holds {@code record}. */
    public static byte[] encode(SpecificRecordBase record) {
        try {
            SpecificDatumWriter<SpecificRecordBase> writer =
                    new SpecificDatumWriter<>(record.getSchema());
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(body, null);
            writer.write(record, encoder);
            encoder.flush();
            byte[] digest = Digests.newSha256().digest(body.toByteArray());
            byte[] sync = Arrays.copyOf(digest, SYNC_BYTES);
            ByteArrayOutputStream leaf = new ByteArrayOutputStream();
            try (DataFileWriter<SpecificRecordBase> file = new DataFileWriter<>(writer)) {
                file.setCodec(CodecFactory.nullCodec());
                file.create(record.getSchema(), leaf, sync);
                file.append(record);
            }
            return leaf.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("encoding to memory failed", e);
        }
    }

    /**
     * The record of a leaf.
     *
     * @throws UndecodableRecord if the bytes are not a container with exactly one such record
     */
    public static <T extends SpecificRecordBase> T decode(byte[] leaf, Class<T> type)
            throws UndecodableRecord {
        SpecificData model = SpecificData.getForClass(type);
        try {
            LeafFile file = LeafFile.parse(leaf);
            SpecificDatumReader<T> reader =
                    new SpecificDatumReader<>(file.schema(), model.getSchema(type), model);
            return HostileBytes.read(reader, leaf, file.offset(), file.length());
        } catch (UndecodableRecord e) {
            throw new UndecodableRecord(
                    "%d bytes are not a leaf with one %s"
                            .formatted(leaf.length, type.getSimpleName()),
                    e);
        }
    }
}
