/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.contract.codec;

import org.jspecify.annotations.Nullable;

/** Bytes that are not a record of the expected schema. */
public final class UndecodableRecord extends Exception {
    private static final long serialVersionUID = 1L;

    public UndecodableRecord(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
