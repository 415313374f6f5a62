/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.store.s3;

import io.tessera.connectors.store.Retries;
import java.time.Duration;

/**
 * How patient a client is.
 *
 * @param connect longest time to a connection
 * @param silence longest time without a byte in either direction
 * @param call longest time of a request of bytes that lie in memory, its reply included; a server
 *     that drips a byte now and then is never silent
 * @param retries what is done about failures that may pass
 */
record S3Settings(Duration connect, Duration silence, Duration call, Retries retries) {
    static final S3Settings DEFAULT =
            new S3Settings(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(3),
                    Retries.DEFAULT);
}
