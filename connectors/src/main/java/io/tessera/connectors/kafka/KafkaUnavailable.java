/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.kafka;

/** The brokers do not answer or refuse: never a property of a record, always to be retried. */
public final class KafkaUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public KafkaUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
