/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.fetch;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** A reference that could not be fetched; the message is one line for people. */
public final class FetchFailed extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** There is nothing, or it is refused to us: 401, 403, 404, 410. */
        MISSING,
        /** More bytes than the limit. */
        TOO_LARGE,
        /** The reference is of a form, or leads to a place, that is not followed. */
        REFUSED,
        /** The server does not answer, too slowly, not to the end, or with an error of its own. */
        UNREACHABLE
    }

    private final Reason reason;

    FetchFailed(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = requireNonNull(reason, "reason is null");
    }

    public Reason reason() {
        return reason;
    }
}
