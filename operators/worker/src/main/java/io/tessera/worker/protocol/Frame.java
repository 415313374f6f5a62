/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker.protocol;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * One frame: 4 bytes of payload length (big endian), 1 byte of type, the payload, and the CRC-32C
 * of all of these in 4 bytes. The payload is not copied; neither side changes it.
 */
final class Frame {
    static final int HEADER_BYTES = 5;
    static final int CHECK_BYTES = 4;

    private final FrameType type;
    private final byte[] payload;

    Frame(FrameType type, byte[] payload) {
        if (payload.length > type.maxPayload()) {
            throw new IllegalArgumentException(
                    "%s frame of %d bytes; at most %d are allowed"
                            .formatted(type, payload.length, type.maxPayload()));
        }
        this.type = type;
        this.payload = payload;
    }

    FrameType type() {
        return type;
    }

    byte[] payload() {
        return payload;
    }

    /** The frame as it crosses the socket. */
    ByteBuffer bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(HEADER_BYTES + payload.length + CHECK_BYTES);
        bytes.putInt(payload.length).put(type.code()).put(payload);
        bytes.putInt(checkOf(bytes.duplicate().flip()));
        return bytes.flip();
    }

    /** CRC-32C of what remains in {@code bytes}. */
    static int checkOf(ByteBuffer bytes) {
        CRC32C check = new CRC32C();
        check.update(bytes);
        return (int) check.getValue();
    }

    /**
     * Reads a header.
     *
     * @throws ProtocolViolation if the type is unknown or the length beyond the type's bound
     */
    static FrameType checkedType(ByteBuffer header) throws ProtocolViolation {
        int length = header.getInt(0);
        byte code = header.get(4);
        FrameType type =
                FrameType.ofCode(code)
                        .orElseThrow(
                                () -> new ProtocolViolation("unknown frame type " + (code & 0xff)));
        if (length < 0 || length > type.maxPayload()) {
            throw new ProtocolViolation(
                    "%s frame announces %d bytes; at most %d are allowed"
                            .formatted(type, length, type.maxPayload()));
        }
        return type;
    }
}
