/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.embedded;

/** A port that was asked for belongs to someone else. */
public final class PortInUse extends EmbeddedServiceFailed {
    private static final long serialVersionUID = 1L;

    private final int port;

    PortInUse(String service, int port) {
        super(
                "port %d is in use (%s); choose another, or leave the choice to us"
                        .formatted(port, service),
                null);
        this.port = port;
    }

    public int port() {
        return port;
    }
}
