/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.service;

import io.tessera.connectors.store.StoreUnavailable;
import io.tessera.contract.codec.Digests;
import io.tessera.contract.failure.InputFailure;
import io.tessera.v1.MediaReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches inputs, patient where their place is down, prompt where the input is at fault. */
public final class Fetching {
    /** What zero bytes are known by. */
    public static final String SHA256_OF_NOTHING = Digests.sha256(new byte[0]);

    private static final Logger LOG = LoggerFactory.getLogger(Fetching.class);

    private final InputSpool spool;
    private final Patience patience;

    public Fetching(InputSpool spool, Patience patience) {
        this.spool = spool;
        this.patience = patience;
    }

    /** Blocks until the bytes are here or are known not to come. */
    public InputSpool.Held fetch(MediaReference media, long maxBytes) throws InputFailure {
        for (int attempt = 1; ; attempt++) {
            try {
                return spool.fetch(media, maxBytes);
            } catch (StoreUnavailable e) {
                LOG.warn("fetching failed for the {}. time: {}", attempt, e.getMessage());
                patience.pause(attempt);
            }
        }
    }
}
