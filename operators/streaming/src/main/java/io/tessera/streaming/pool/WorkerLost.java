/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.pool;

import io.tessera.contract.failure.Code;
import io.tessera.v1.InputState;

/** A worker ended while it held an input: TIMEOUT, OOM or CRASH, with what is known of it. */
final class WorkerLost extends Exception {
    private static final long serialVersionUID = 1L;

    private final InputState state;

    WorkerLost(InputState state, String reason) {
        super(reason);
        this.state = state;
    }

    InputState state() {
        return state;
    }

    Code code() {
        return Code.valueOf(state.name());
    }

    /** What happened to the last worker of several. */
    String reason(int attempts) {
        return "%s (worker %d of %d that were tried)"
                .formatted(String.valueOf(getMessage()), attempts, attempts);
    }
}
