/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.contract.codec;

/** Bytes that are not a record of the expected schema. */
public final class UndecodableRecord extends Exception {
    private static final long serialVersionUID = 1L;

    public UndecodableRecord(String message, Throwable cause) {
        super(message, cause);
    }
}
