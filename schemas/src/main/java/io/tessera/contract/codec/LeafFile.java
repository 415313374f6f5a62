/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.contract.codec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an Avro container of exactly one uncompressed block of one record. Avro's own reader
 * allocates what a block says its length is; here the bytes are all at hand and bound everything.
 *
 * @param schema that the record was written with
 * @param offset of the record in the file
 * @param length of the record in bytes
 */
record LeafFile(Schema schema, int offset, int length) {
    private static final byte[] MAGIC = {'O', 'b', 'j', 1};
    private static final int SYNC_BYTES = 16;

    static LeafFile parse(byte[] bytes) throws UndecodableRecord {
        try {
            return parseOrThrow(bytes);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new UndecodableRecord(
                    "%d bytes are not a container of one record".formatted(bytes.length), e);
        }
    }

    private static LeafFile parseOrThrow(byte[] bytes) throws IOException {
        require(bytes.length > MAGIC.length, "it is too short");
        require(Arrays.equals(MAGIC, 0, MAGIC.length, bytes, 0, MAGIC.length), "wrong magic");
        BinaryDecoder decoder =
                HostileBytes.decoder(bytes, MAGIC.length, bytes.length - MAGIC.length);
        Schema schema = schema(decoder);
        byte[] sync = new byte[SYNC_BYTES];
        decoder.readFixed(sync);
        require(decoder.readLong() == 1, "not one record");
        long length = decoder.readLong();
        int offset = bytes.length - SYNC_BYTES - (int) length;
        require(
                length >= 0
                        && length <= bytes.length
                        && decoder.remainingBytes() == length + SYNC_BYTES,
                "not one block");
        require(
                Arrays.equals(sync, 0, SYNC_BYTES, bytes, bytes.length - SYNC_BYTES, bytes.length),
                "markers differ");
        return new LeafFile(schema, offset, (int) length);
    }

    private static Schema schema(BinaryDecoder decoder) throws IOException {
        String schema = null;
        for (long items = decoder.readMapStart(); items > 0; items = decoder.mapNext()) {
            for (long item = 0; item < items; item++) {
                String key = decoder.readString();
                String value = text(decoder.readBytes(null));
                if (key.equals("avro.schema")) {
                    schema = value;
                } else if (key.equals("avro.codec")) {
                    require(value.equals("null"), "it is compressed");
                }
            }
        }
        return new Schema.Parser().parse(found(schema));
    }

    private static String found(@Nullable String schema) throws IOException {
        if (schema == null) {
            throw new IOException("it holds no schema");
        }
        return schema;
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.UTF_8.decode(bytes).toString();
    }

    private static void require(boolean holds, String otherwise) throws IOException {
        if (!holds) {
            throw new IOException(otherwise);
        }
    }
}
