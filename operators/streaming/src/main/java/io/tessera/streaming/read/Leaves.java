/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.read;

import io.tessera.connectors.store.ObjectStore;
import io.tessera.connectors.store.ObjectTooLarge;
import io.tessera.contract.identity.Identity;
import io.tessera.streaming.service.Patience;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Leaves of items in the store, read and written however long the store takes. Thread-safe. */
public final class Leaves {
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

    /** Writes the leaf of an item. */
    void write(String item, byte[] leaf) {
        String key = Identity.leafKey(item);
        patience.until(
                "writing " + key,
                () -> {
                    store.put(key, ByteBuffer.wrap(leaf), "avro/binary");
                    return key;
                });
    }
}
