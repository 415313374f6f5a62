/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.testing;

import io.tessera.connectors.kafka.KafkaRecordPublisher;
import io.tessera.connectors.kafka.KafkaSettings;
import io.tessera.connectors.kafka.RecordPublisher;
import io.tessera.connectors.store.ObjectStore;
import io.tessera.connectors.store.StoreOpener;
import io.tessera.reading.engine.ReadingEngine;
import io.tessera.reading.literal.LiteralEngine;
import io.tessera.streaming.pool.WorkerPool;
import io.tessera.streaming.service.InputSpool;
import io.tessera.streaming.service.ServiceFactory;

/**
 * Services with a double for the workers and everything else real.
 *
 * @param store where leaves go
 * @param bootstrapServers broker
 * @param workers workers at once
 */
public record TextServices(StoreOpener store, String bootstrapServers, int workers)
        implements ServiceFactory {
    @Override
    public ObjectStore openStore() {
        return store.open();
    }

    @Override
    public WorkerPool openPool() {
        return new TextPool(workers);
    }

    @Override
    public ReadingEngine openEngine() {
        return new LiteralEngine();
    }

    @Override
    public InputSpool openSpool() {
        return new FileSpool();
    }

    @Override
    public RecordPublisher openPublisher() {
        return new KafkaRecordPublisher(KafkaSettings.of(bootstrapServers));
    }
}
