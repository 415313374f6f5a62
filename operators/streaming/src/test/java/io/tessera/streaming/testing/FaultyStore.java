/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.testing;

import io.tessera.connectors.store.ObjectStore;
import io.tessera.connectors.store.StoreUnavailable;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A store that fails calls as it is told, and keeps to its contract in all others. */
public final class FaultyStore implements ObjectStore {
    private final ObjectStore store;
    private final AtomicInteger failing = new AtomicInteger();
    private final AtomicInteger made = new AtomicInteger();
    private volatile int every;

    public FaultyStore(ObjectStore store) {
        this.store = store;
    }

    /** Fails every so many calls for good. */
    public FaultyStore failEvery(int calls) {
        every = calls;
        return this;
    }

    /** Fails this many calls from now on. */
    public void failNext(int calls) {
        failing.set(calls);
    }

    private ObjectStore reached() {
        boolean turn = every > 0 && made.incrementAndGet() % every == 0;
        if (turn || failing.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new StoreUnavailable("503 from a double", null);
        }
        return store;
    }

    @Override
    public void put(String key, ByteBuffer bytes, String mediaType) {
        reached().put(key, bytes, mediaType);
    }

    @Override
    public void put(String key, Path file, String mediaType) {
        reached().put(key, file, mediaType);
    }

    @Override
    public Optional<ObjectInfo> head(String key) {
        return reached().head(key);
    }

    @Override
    public Optional<byte[]> get(String key, long maxLength) {
        return reached().get(key, maxLength);
    }

    @Override
    public int read(String key, long position, ByteBuffer target) {
        return reached().read(key, position, target);
    }

    @Override
    public Stream<ObjectInfo> list(String prefix) {
        return reached().list(prefix);
    }

    @Override
    public void delete(String key) {
        reached().delete(key);
    }

    @Override
    public void close() {
        store.close();
    }
}
