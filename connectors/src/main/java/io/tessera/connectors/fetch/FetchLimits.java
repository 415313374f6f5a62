/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.fetch;

import java.time.Duration;

/**
 * What a fetch may cost.
 *
 * @param bytes most bytes of an input
 * @param connect longest time to a connection
 * @param silence longest time without a byte
 * @param total longest time of one attempt
 * @param attempts how often a server that fails is asked
 */
public record FetchLimits(
        long bytes, Duration connect, Duration silence, Duration total, int attempts) {
    public FetchLimits {
        if (bytes < 1 || attempts < 1 || connect.isNegative() || silence.isNegative()) {
            throw new IllegalArgumentException(
                    "not limits: %d bytes, %d attempts, %s, %s"
                            .formatted(bytes, attempts, connect, silence));
        }
    }

    /** Ten seconds to connect, thirty of silence, an hour in all, three attempts. */
    public static FetchLimits ofBytes(long bytes) {
        return new FetchLimits(
                bytes, Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofHours(1), 3);
    }
}
