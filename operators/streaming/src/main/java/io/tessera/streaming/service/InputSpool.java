/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.service;

import io.tessera.contract.failure.InputFailure;
import io.tessera.v1.MediaReference;
import java.nio.file.Path;

/** Fetches the bytes of inputs to local files, once for all who hold them. Thread-safe. */
public interface InputSpool extends AutoCloseable {
    /** A file that stays until this is closed. */
    interface Held extends AutoCloseable {
        Path file();

        /** Bytes of the file. */
        long length();

        /** SHA-256 of the file in lower-case hex. */
        String sha256();

        @Override
        void close();
    }

    /**
     * Fetches what a claim check names, verifying what it claims; blocks meanwhile.
     *
     * @param maxBytes largest input that is taken
     * @throws InputFailure MISSING, CLAIM_MISMATCH, EMPTY, UNSUPPORTED (SCHEME) or REFUSED_LIMIT
     * @throws io.tessera.connectors.store.StoreUnavailable where the place cannot be reached, which
     *     is to be tried again
     */
    Held fetch(MediaReference media, long maxBytes) throws InputFailure;

    @Override
    void close();
}
