/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker;

/** How a worker's process ends of its own accord. */
public enum ExitCode {
    /** The parent said so. */
    ASKED(0),
    /** Memory ran out; what the JVM itself exits with under ExitOnOutOfMemoryError. */
    OUT_OF_MEMORY(3),
    /** Wrong arguments, or no socket to connect to. */
    NOT_STARTED(64),
    /** The parent broke the protocol, or is of another build. */
    PROTOCOL(65),
    /** The parent is gone. */
    ORPHANED(66),
    /** Something failed that should not have; the parent was told. */
    FAILED(70);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** Ends this process now, without shutdown hooks, which could hang in damaged native code. */
    void halt() {
        Runtime.getRuntime().halt(code);
    }
}
