/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.contract.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalLong;

/** The first bytes of Avro's single-object encoding: C3 01 and a fingerprint, low byte first. */
final class MessageHeader {
    static final int BYTES = 10;

    private static final short MARKER = (short) 0xc301;

    private MessageHeader() {}

    /** Fingerprint of the schema that a message says it was written with. */
    static OptionalLong fingerprint(byte[] message) {
        ByteBuffer header = ByteBuffer.wrap(message);
        if (message.length < BYTES || header.getShort() != MARKER) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(header.order(ByteOrder.LITTLE_ENDIAN).getLong());
    }
}
