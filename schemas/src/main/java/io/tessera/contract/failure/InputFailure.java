/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.contract.failure;

import static java.util.Objects.requireNonNull;

import io.tessera.v1.InputState;

/**
 * An input, or a unit of it, that cannot be read. It says the state the input would end in, the
 * code and, as its message, what happened with the value and what to do. It is a property of the
 * bytes and the limits, so trying again gives the same; lost workers and services that are down are
 * never reported as this.
 */
public final class InputFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final InputState state;
    private final Code code;

    public InputFailure(InputState state, Code code, String message) {
        this(state, code, message, null);
    }

    public InputFailure(
            InputState state,
            Code code,
            String message,
            @org.jspecify.annotations.Nullable Throwable cause) {
        super(requireNonNull(message, "message is null"), cause);
        this.state = requireNonNull(state, "state is null");
        this.code = requireNonNull(code, "code is null");
    }

    /** The state that the input ends in if nothing else of it is delivered. */
    public InputState state() {
        return state;
    }

    public Code code() {
        return code;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
