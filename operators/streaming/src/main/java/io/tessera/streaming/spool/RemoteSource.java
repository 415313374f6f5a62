/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.spool;

import io.tessera.contract.failure.InputFailure;
import java.nio.ByteBuffer;
import java.util.Optional;

/** A place that inputs are fetched from. Thread-safe. */
public interface RemoteSource {
    /** The bytes behind a reference. Used by one thread. */
    interface Remote {
        /** Bytes in all. */
        long length();

        /**
         * Reads from {@code position} into {@code target} and returns how many bytes were read, -1
         * at the end.
         *
         * @throws InputFailure MISSING where it is gone meanwhile
         * @throws io.tessera.connectors.store.StoreUnavailable where the place cannot be reached
         */
        int read(long position, ByteBuffer target) throws InputFailure;
    }

    /** Whether references like this are of this place. */
    boolean knows(String uri);

    /**
     * What lies under a reference of this place; empty where there is nothing.
     *
     * @throws io.tessera.connectors.store.StoreUnavailable where the place cannot be reached
     */
    Optional<Remote> find(String uri);
}
