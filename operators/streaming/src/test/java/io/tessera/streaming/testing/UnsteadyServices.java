/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.testing;

import io.tessera.connectors.kafka.PublishFailed;
import io.tessera.connectors.kafka.RecordPublisher;
import io.tessera.connectors.store.ObjectStore;
import io.tessera.reading.engine.ReadingEngine;
import io.tessera.streaming.pool.WorkerPool;
import io.tessera.streaming.service.InputSpool;
import io.tessera.streaming.service.ServiceFactory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Services whose store fails every so many calls and whose broker does not acknowledge the first
 * batches.
 *
 * @param services the sound ones
 * @param name tells what is left of the failures, which outlives a restart of the job
 * @param storeFailsEvery calls; 0 for never
 * @param lostBatches flushes that fail at first
 */
public record UnsteadyServices(
        TextServices services, String name, int storeFailsEvery, int lostBatches)
        implements ServiceFactory {
    private static final Map<String, AtomicInteger> LOST = new ConcurrentHashMap<>();

    /** Flushes that failed so far. */
    public static int lost(String name) {
        return LOST.getOrDefault(name, new AtomicInteger()).get();
    }

    @Override
    public ObjectStore openStore() {
        return new FaultyStore(services.openStore()).failEvery(storeFailsEvery);
    }

    @Override
    public WorkerPool openPool() {
        return services.openPool();
    }

    @Override
    public ReadingEngine openEngine() {
        return services.openEngine();
    }

    @Override
    public InputSpool openSpool() {
        return services.openSpool();
    }

    @Override
    public RecordPublisher openPublisher() {
        RecordPublisher publisher = services.openPublisher();
        return new RecordPublisher() {
            @Override
            public void send(
                    String topic,
                    String key,
                    byte[] value,
                    long timestampMillis,
                    Map<String, String> headers) {
                publisher.send(topic, key, value, timestampMillis, headers);
            }

            @Override
            public void flush() {
                publisher.flush();
                AtomicInteger lost = LOST.computeIfAbsent(name, key -> new AtomicInteger());
                if (lost.get() < lostBatches) {
                    lost.incrementAndGet();
                    throw new PublishFailed("acknowledgement lost by a double", null);
                }
            }

            @Override
            public void close() {
                publisher.close();
            }
        };
    }
}
