/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.local;

import static java.util.Objects.requireNonNull;

import io.tessera.connectors.kafka.KafkaRecordPublisher;
import io.tessera.connectors.kafka.KafkaSettings;
import io.tessera.connectors.kafka.RecordPublisher;
import io.tessera.connectors.store.ObjectStore;
import io.tessera.connectors.store.StoreOpener;
import io.tessera.contract.option.Options;
import io.tessera.reading.engine.ReadingEngine;
import io.tessera.reading.literal.LiteralEngine;
import io.tessera.streaming.pool.PoolSettings;
import io.tessera.streaming.pool.ProcessWorkerPool;
import io.tessera.streaming.pool.WorkerPool;
import io.tessera.streaming.service.InputSpool;
import io.tessera.streaming.service.ServiceFactory;
import io.tessera.streaming.spool.Spool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes the services of a run on one machine. Jobs of one run with equal options share them.
 *
 * @param run name of the run, under which its gate is found
 * @param kafka where records go
 * @param store where leaves go
 * @param options limits of workers
 * @param slots units read at the same time
 */
record LocalFactory(String run, KafkaSettings kafka, StoreOpener store, Options options, int slots)
        implements ServiceFactory {
    private static final long SPOOL_BYTES = 4L << 30;

    LocalFactory {
        requireNonNull(run, "run is null");
        requireNonNull(kafka, "kafka is null");
        requireNonNull(store, "store is null");
        requireNonNull(options, "options is null");
    }

    @Override
    public ObjectStore openStore() {
        return store.open();
    }

    @Override
    public WorkerPool openPool() {
        try {
            WorkerPool pool = new ProcessWorkerPool(PoolSettings.of(slots, options));
            return RunGate.find(run).<WorkerPool>map(gate -> gate.around(pool)).orElse(pool);
        } catch (IOException e) {
            throw new UncheckedIOException("the scratch folder of the workers cannot be made", e);
        }
    }

    @Override
    public ReadingEngine openEngine() {
        return new LiteralEngine();
    }

    @Override
    public InputSpool openSpool() {
        try {
            Path folder = Files.createTempDirectory("tessera-spool");
            return new Spool(folder, SPOOL_BYTES, true, List.of());
        } catch (IOException e) {
            throw new UncheckedIOException("the spool's folder cannot be made", e);
        }
    }

    @Override
    public RecordPublisher openPublisher() {
        return new KafkaRecordPublisher(kafka);
    }
}
