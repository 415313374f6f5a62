/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.contract.codec;

import java.io.IOException;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;

/**
 * Reads a record from bytes that may have been made to do harm. Avro's decoder is given the array
 * itself: only then does it know how many bytes there are, and hold every length that it reads
 * against them before it allocates.
 */
final class HostileBytes {
    private HostileBytes() {}

    /**
     * The record that fills the given part of {@code bytes}.
     *
     * @throws UndecodableRecord if there is none, or bytes are left over
     */
    static <T> T read(DatumReader<T> reader, byte[] bytes, int offset, int length)
            throws UndecodableRecord {
        try {
            BinaryDecoder decoder = decoder(bytes, offset, length);
            T record = reader.read(null, decoder);
            if (!decoder.isEnd()) {
                throw new IOException("bytes are left over");
            }
            return record;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // Whatever a parser of foreign bytes throws, it is the bytes that are at fault.
            throw new UndecodableRecord("%d bytes are not a record".formatted(bytes.length), e);
        }
    }

    static BinaryDecoder decoder(byte[] bytes, int offset, int length) {
        return DecoderFactory.get().binaryDecoder(bytes, offset, length, null);
    }
}
