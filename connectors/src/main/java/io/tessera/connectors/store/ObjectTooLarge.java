/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.store;

/** An object is longer than its reader is prepared to hold. */
public final class ObjectTooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ObjectTooLarge(String key, long length, long maxLength) {
        super("%s has %d bytes, more than %d".formatted(key, length, maxLength));
    }
}
