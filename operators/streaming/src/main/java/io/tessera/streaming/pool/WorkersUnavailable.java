/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.pool;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** No worker can be had: the pool is closed, or workers do not start. Never an input's fault. */
public final class WorkersUnavailable extends IOException {
    private static final long serialVersionUID = 1L;

    WorkersUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
