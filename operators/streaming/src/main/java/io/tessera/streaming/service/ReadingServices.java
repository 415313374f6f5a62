/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.service;

import static java.util.Objects.requireNonNull;

import io.tessera.connectors.store.ObjectStore;
import io.tessera.reading.engine.ReadingEngine;
import io.tessera.streaming.pool.WorkerPool;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The services of one process, opened together and closed together. Thread-safe. Obtained from
 * {@link SharedServices} only.
 */
public final class ReadingServices {
    private static final Logger LOG = LoggerFactory.getLogger(ReadingServices.class);
    private static final AtomicInteger THREADS = new AtomicInteger();
    private static final long DRAIN_SECONDS = 5;

    private final ObjectStore store;
    private final WorkerPool pool;
    private final ReadingEngine engine;
    private final InputSpool spool;
    private final Patience patience = new Patience();
    private final InputClaims claims = new InputClaims(Clock.systemUTC());
    // Unbounded, because what runs here is bounded elsewhere: by units in hand, inputs being
    // planned and inputs being finished. Its threads wait for the store most of their time.
    private final ExecutorService io =
            Executors.newCachedThreadPool(
                    work -> {
                        Thread thread = new Thread(work, "tessera-io-" + THREADS.incrementAndGet());
                        thread.setDaemon(true);
                        return thread;
                    });

    private ReadingServices(
            ObjectStore store, WorkerPool pool, ReadingEngine engine, InputSpool spool) {
        this.store = requireNonNull(store, "store is null");
        this.pool = requireNonNull(pool, "pool is null");
        this.engine = requireNonNull(engine, "engine is null");
        this.spool = requireNonNull(spool, "spool is null");
    }

    /** Opens all of them, or none. */
    static ReadingServices open(ServiceFactory factory) {
        ObjectStore store = null;
        InputSpool spool = null;
        ReadingEngine engine = null;
        try {
            store = factory.openStore();
            spool = factory.openSpool();
            engine = factory.openEngine();
            return new ReadingServices(store, factory.openPool(), engine, spool);
        } catch (RuntimeException | Error e) {
            closeAll(engine, spool, store);
            throw e;
        }
    }

    public ObjectStore store() {
        return store;
    }

    public WorkerPool pool() {
        return pool;
    }

    public ReadingEngine engine() {
        return engine;
    }

    public InputSpool spool() {
        return spool;
    }

    /** How calls to services that may be down are repeated. */
    public Patience patience() {
        return patience;
    }

    /** Who reads which input. */
    public InputClaims claims() {
        return claims;
    }

    /** Threads for calls that block. */
    public ExecutorService io() {
        return io;
    }

    void close() {
        patience.close();
        closeAll(pool, engine);
        io.shutdownNow();
        try {
            if (!io.awaitTermination(DRAIN_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("calls still run {} s after the services were closed", DRAIN_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        closeAll(spool, store);
    }

    private static void closeAll(@org.jspecify.annotations.Nullable AutoCloseable... services) {
        for (AutoCloseable service : services) {
            if (service == null) {
                continue;
            }
            try {
                service.close();
            } catch (Exception e) {
                LOG.warn("closing {} failed", service.getClass().getSimpleName(), e);
            }
        }
    }
}
