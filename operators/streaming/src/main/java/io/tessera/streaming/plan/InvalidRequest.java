/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.plan;

import io.tessera.contract.failure.Code;
import org.jspecify.annotations.Nullable;

/** A record that is no request: what is wrong with it, and whom to reply to where that is known. */
final class InvalidRequest extends Exception {
    private static final long serialVersionUID = 1L;

    private final Code code;
    private final @Nullable String requestId;

    InvalidRequest(Code code, String reason, @Nullable String requestId) {
        super(reason);
        this.code = code;
        this.requestId = requestId;
    }

    Code code() {
        return code;
    }

    @Nullable String requestId() {
        return requestId;
    }
}
