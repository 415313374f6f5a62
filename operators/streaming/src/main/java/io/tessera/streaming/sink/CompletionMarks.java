/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.sink;

import io.tessera.connectors.store.ObjectStore;
import io.tessera.contract.identity.Identity;
import io.tessera.streaming.service.InputClaims;
import java.nio.ByteBuffer;

/**
 * Writes the leaves of inputs themselves, each the mark that its input is complete, and lets those
 * requests go on that waited for it. Thread-safe.
 */
final class CompletionMarks {
    private final ObjectStore store;
    private final InputClaims claims;

    CompletionMarks(ObjectStore store, InputClaims claims) {
        this.store = store;
        this.claims = claims;
    }

    /** Marks the input of a WHOLE; all that is to be published about it must be acknowledged. */
    void put(Publication whole) {
        String key = Identity.leafKey(whole.item());
        store.put(key, ByteBuffer.wrap(whole.body()), "avro/binary");
        claims.release(whole.item());
    }
}
