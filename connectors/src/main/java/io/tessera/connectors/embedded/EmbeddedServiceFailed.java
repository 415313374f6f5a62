/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.embedded;

import org.jspecify.annotations.Nullable;

/** A service inside this process did not start; its message is one line for people. */
public class EmbeddedServiceFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EmbeddedServiceFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
