/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.reading.engine;

import static java.util.Objects.requireNonNull;

/** Why an engine gave no reading. */
public final class EngineFailure extends Exception {
    private static final long serialVersionUID = 1L;

    /** What kind of failure it is, which decides what follows. */
    public enum Kind {
        /** The deadline passed: the unit fails with TIMEOUT. */
        TIMEOUT,
        /** The answer failed the gate after the retry ladder: the unit fails with MODEL_INVALID. */
        INVALID,
        /** The request does not fit the engine: the unit is refused. */
        REFUSED,
        /**
         * A backend is down: retried with back-off for as long as it takes, never a unit's fault.
         */
        UNAVAILABLE
    }

    private final Kind kind;

    public EngineFailure(Kind kind, String message) {
        super(message);
        this.kind = requireNonNull(kind, "kind is null");
    }

    public EngineFailure(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = requireNonNull(kind, "kind is null");
    }

    public Kind kind() {
        return kind;
    }
}
