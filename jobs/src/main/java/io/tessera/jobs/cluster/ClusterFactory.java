/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.cluster;

import static java.util.Objects.requireNonNull;

import io.tessera.connectors.kafka.KafkaRecordPublisher;
import io.tessera.connectors.kafka.KafkaSettings;
import io.tessera.connectors.kafka.RecordPublisher;
import io.tessera.connectors.store.ObjectStore;
import io.tessera.connectors.store.s3.S3Location;
import io.tessera.contract.option.Options;
import io.tessera.reading.engine.ReadingEngine;
import io.tessera.reading.literal.LiteralEngine;
import io.tessera.streaming.pool.PoolSettings;
import io.tessera.streaming.pool.ProcessWorkerPool;
import io.tessera.streaming.pool.WorkerPool;
import io.tessera.streaming.service.InputSpool;
import io.tessera.streaming.service.ServiceFactory;
import io.tessera.streaming.spool.Spool;
import io.tessera.streaming.spool.StoreSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/**
 * Makes the services of a TaskManager. Inputs are fetched from the store's own bucket; files of the
 * machine that a task happens to run on are refused.
 *
 * @param kafka where records go
 * @param store where inputs come from and leaves go
 * @param options limits of workers
 * @param slots subtasks of a process
 */
public record ClusterFactory(KafkaSettings kafka, S3Location store, Options options, int slots)
        implements ServiceFactory {
    private static final long SPOOL_BYTES = 16L << 30;

    public ClusterFactory {
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
            return new ProcessWorkerPool(PoolSettings.of(slots, options));
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
            // Inputs may lie anywhere in the bucket, not only below the prefix of the leaves.
            S3Location bucket =
                    new S3Location(
                            store.endpoint(),
                            store.bucket(),
                            "",
                            store.region(),
                            store.credentials());
            return new Spool(
                    Files.createTempDirectory("tessera-spool"),
                    SPOOL_BYTES,
                    false,
                    List.of(new StoreSource(bucket.open(), "s3://" + store.bucket())));
        } catch (IOException e) {
            throw new UncheckedIOException("the spool's folder cannot be made", e);
        }
    }

    @Override
    public RecordPublisher openPublisher() {
        return new KafkaRecordPublisher(kafka);
    }
}
