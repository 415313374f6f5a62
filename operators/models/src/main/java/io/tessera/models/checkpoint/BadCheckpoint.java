/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.checkpoint;

/** A checkpoint folder that cannot be used: what is wrong with which file, and what to do. */
public final class BadCheckpoint extends Exception {
    private static final long serialVersionUID = 1L;

    public BadCheckpoint(String message) {
        super(message);
    }

    public BadCheckpoint(String message, Throwable cause) {
        super(message, cause);
    }
}
