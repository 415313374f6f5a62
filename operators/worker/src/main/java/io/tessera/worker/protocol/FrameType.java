/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker.protocol;

import java.util.Optional;

/** Types of frames with the most bytes that the payload of each may have. */
enum FrameType {
    HELLO(1, 512),
    WELCOME(2, 8 << 10),
    PASSWORD(3, 4 << 10),
    OPEN(4, 256 << 10),
    OPENED(5, 0),
    PLAN(6, 0),
    READ(7, 256 << 10),
    RANGE_REQUEST(8, 16),
    RANGE_READY(9, 4),
    PROGRESS(10, 0),
    PLAN_ANSWER(11, 16 << 20),
    UNIT_ANSWER(12, 16 << 20),
    FAILURE(13, 16 << 10),
    REST(14, 8),
    CLOSE(15, 0),
    CLOSED(16, 0),
    SHUTDOWN(17, 0);

    private static final FrameType[] BY_CODE = new FrameType[values().length + 1];

    static {
        for (FrameType type : values()) {
            BY_CODE[type.code] = type;
        }
    }

    private final byte code;
    private final int maxPayload;

    FrameType(int code, int maxPayload) {
        this.code = (byte) code;
        this.maxPayload = maxPayload;
    }

    byte code() {
        return code;
    }

    int maxPayload() {
        return maxPayload;
    }

    static Optional<FrameType> ofCode(byte code) {
        return code > 0 && code < BY_CODE.length ? Optional.of(BY_CODE[code]) : Optional.empty();
    }
}
