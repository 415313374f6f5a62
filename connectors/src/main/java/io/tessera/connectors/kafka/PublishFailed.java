/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.kafka;

/** Records that the broker did not acknowledge; all of the batch is to be sent again. */
public final class PublishFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PublishFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
