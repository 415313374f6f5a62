/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.store;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the key pair of a store is had from: a file of {@link CredentialsFile}'s form, or the
 * environment. It travels in place of the secret.
 *
 * @param file the file; null for the environment
 */
public record CredentialsSource(@Nullable String file) implements Serializable {
    public static final String ACCESS_KEY_VARIABLE = "TESSERA_STORE_ACCESS_KEY";
    public static final String SECRET_KEY_VARIABLE = "TESSERA_STORE_SECRET_KEY";

    public static CredentialsSource environment() {
        return new CredentialsSource(null);
    }

    public static CredentialsSource file(Path file) {
        return new CredentialsSource(file.toAbsolutePath().toString());
    }

    /**
     * The key pair.
     *
     * @throws IllegalArgumentException if it is not there; the message says where it was looked for
     */
    public StoreCredentials load() {
        return file == null ? load(System.getenv()) : CredentialsFile.read(Path.of(file));
    }

    static StoreCredentials load(Map<String, String> environment) {
        String accessKey = environment.get(ACCESS_KEY_VARIABLE);
        String secretKey = environment.get(SECRET_KEY_VARIABLE);
        if (accessKey == null || secretKey == null) {
            throw new IllegalArgumentException(
                    "no keys of the store; set %s and %s in the environment"
                            .formatted(ACCESS_KEY_VARIABLE, SECRET_KEY_VARIABLE));
        }
        return new StoreCredentials(accessKey, secretKey);
    }
}
