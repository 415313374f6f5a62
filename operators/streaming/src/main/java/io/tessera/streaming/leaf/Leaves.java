/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.leaf;

import io.tessera.connectors.store.ObjectStore;
import io.tessera.connectors.store.ObjectTooLarge;
import io.tessera.contract.identity.Identity;
import io.tessera.streaming.service.Patience;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Leaves of items in the store, read and written however long the store takes. Thread-safe. */
public final class Leaves {
    /** Leaves in memory or on their way. */
    private static final int AHEAD = 8;

    private final ObjectStore store;
    private final Patience patience;

    public Leaves(ObjectStore store, Patience patience) {
        this.store = store;
        this.patience = patience;
    }

    /** The leaf of an item, or empty where there is none or what is there is too long for one. */
    public Optional<byte[]> load(String item) {
        String key = Identity.leafKey(item);
        try {
            return patience.until("loading " + key, () -> store.get(key, UnitLeaf.LONGEST));
        } catch (ObjectTooLarge e) {
            return Optional.empty();
        }
    }

    /**
     * Hands the leaves of items to {@code reader} one after the other, in order, while the next few
     * are on their way.
     */
    public void each(List<String> items, Executor calls, LeafReader reader) throws IOException {
        Deque<CompletableFuture<Optional<byte[]>>> ahead = new ArrayDeque<>();
        int asked = 0;
        try {
            for (int i = 0; i < items.size(); i++) {
                while (asked < items.size() && ahead.size() < AHEAD) {
                    String item = items.get(asked++);
                    ahead.add(CompletableFuture.supplyAsync(() -> load(item), calls));
                }
                reader.read(i, ahead.remove().join());
            }
        } finally {
            ahead.forEach(call -> call.cancel(true));
        }
    }

    /** Takes leaves in order. */
    public interface LeafReader {
        /** The leaf of the item at {@code index}, empty where it is gone. */
        void read(int index, Optional<byte[]> leaf) throws IOException;
    }

    /** Writes the leaf of an item. */
    public void write(String item, byte[] leaf) {
        String key = Identity.leafKey(item);
        patience.until(
                "writing " + key,
                () -> {
                    store.put(key, ByteBuffer.wrap(leaf), "avro/binary");
                    return key;
                });
    }
}
