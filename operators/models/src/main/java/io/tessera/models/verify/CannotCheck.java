/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.verify;

/** Says that a case needs something that is not there, so that nothing is known about it. */
public final class CannotCheck extends Exception {
    private static final long serialVersionUID = 1L;

    private final String missing;

    /** Says what is missing, and what to do about it. */
    public CannotCheck(String message) {
        super(message);
        this.missing = message;
    }

    /** What is missing. */
    String missing() {
        return missing;
    }
}
