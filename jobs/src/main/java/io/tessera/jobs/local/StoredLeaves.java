/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.local;

import io.tessera.connectors.store.ObjectStore;
import io.tessera.contract.codec.Leaf;
import io.tessera.contract.codec.UndecodableRecord;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecordBase;

/** Leaves as they are read back from the store. */
final class StoredLeaves {
    private static final long LARGEST = 256L << 20;

    private final ObjectStore store;

    StoredLeaves(ObjectStore store) {
        this.store = store;
    }

    /** The record of a leaf, or empty where there is none or it is not of that type. */
    <T extends SpecificRecordBase> Optional<T> find(String key, Class<T> type) {
        return store.get(key, LARGEST).flatMap(bytes -> decode(bytes, type));
    }

    private static <T extends SpecificRecordBase> Optional<T> decode(byte[] bytes, Class<T> type) {
        try {
            return Optional.of(Leaf.decode(bytes, type));
        } catch (UndecodableRecord e) {
            return Optional.empty();
        }
    }
}
