/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.spool;

import static java.util.Objects.requireNonNull;

import io.tessera.connectors.store.ObjectMissing;
import io.tessera.connectors.store.ObjectStore;
import io.tessera.contract.failure.Code;
import io.tessera.contract.failure.InputFailure;
import io.tessera.v1.InputState;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Inputs that lie in an object store; the store stays its owner's to close. */
public final class StoreSource implements RemoteSource {
    private final ObjectStore store;
    private final String base;

    /**
     * @param base what references to this store begin with, e.g. {@code s3://bucket/prefix/}; the
     *     rest of a reference is the key
     */
    public StoreSource(ObjectStore store, String base) {
        this.store = requireNonNull(store, "store is null");
        this.base = base.endsWith("/") ? base : base + "/";
    }

    @Override
    public boolean knows(String uri) {
        return uri.startsWith(base);
    }

    @Override
    public Optional<Remote> find(String uri) {
        String key = uri.substring(base.length());
        try {
            return store.head(key).map(info -> new Stored(store, key, info.length()));
        } catch (IllegalArgumentException e) {
            // No object can have such a key.
            return Optional.empty();
        }
    }

    private record Stored(ObjectStore store, String key, long length) implements Remote {
        @Override
        public int read(long position, ByteBuffer target) throws InputFailure {
            try {
                return store.read(key, position, target);
            } catch (ObjectMissing e) {
                throw new InputFailure(
                        InputState.MISSING, Code.NOT_FOUND, "no such object any more: " + key, e);
            }
        }
    }
}
