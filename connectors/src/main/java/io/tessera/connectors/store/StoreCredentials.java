/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.store;

import static java.util.Objects.requireNonNull;

/** The key pair of an S3 endpoint. It prints without its secret. */
public record StoreCredentials(String accessKey, String secretKey) {
    public StoreCredentials {
        requireNonNull(accessKey, "accessKey is null");
        requireNonNull(secretKey, "secretKey is null");
        if (accessKey.isBlank() || secretKey.isBlank()) {
            throw new IllegalArgumentException("a key of the store is empty");
        }
    }

    @Override
    public String toString() {
        return "StoreCredentials[accessKey=" + accessKey + ", secretKey=(hidden)]";
    }
}
