/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.store;

/** An object that was named is not there. */
public final class ObjectMissing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ObjectMissing(String key) {
        super("no object under " + key);
    }
}
