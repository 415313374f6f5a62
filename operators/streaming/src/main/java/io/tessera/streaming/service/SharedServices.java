/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.service;

import io.tessera.contract.codec.AvroTrust;
import java.util.HashMap;
import java.util.Map;

/**
 * The services of this process by their settings, counted: the first subtask that asks opens them,
 * the last that closes its handle closes them. Functions are serialized and made anew on every
 * attempt, so this is static; it holds nothing while no subtask runs.
 */
public final class SharedServices {
    static {
        // Functions build records too, and a TaskManager may build one before it decodes any.
        AvroTrust.established();
    }

    private static final Map<ServiceFactory, Entry> OPEN = new HashMap<>();

    private SharedServices() {}

    /** One subtask's share of the services. */
    public static final class Handle implements AutoCloseable {
        private final ServiceFactory factory;
        private final ReadingServices services;
        private boolean closed;

        private Handle(ServiceFactory factory, ReadingServices services) {
            this.factory = factory;
            this.services = services;
        }

        public ReadingServices services() {
            return services;
        }

        /** Gives the share back; does nothing the second time. */
        @Override
        public void close() {
            release(this);
        }
    }

    private static final class Entry {
        final ReadingServices services;
        int holders;

        Entry(ReadingServices services) {
            this.services = services;
        }
    }

    /** Opens the services, or joins those that are open under an equal factory. */
    public static Handle acquire(ServiceFactory factory) {
        synchronized (OPEN) {
            Entry entry =
                    OPEN.computeIfAbsent(factory, key -> new Entry(ReadingServices.open(key)));
            entry.holders++;
            return new Handle(factory, entry.services);
        }
    }

    private static void release(Handle handle) {
        synchronized (OPEN) {
            if (handle.closed) {
                return;
            }
            handle.closed = true;
            Entry entry = OPEN.get(handle.factory);
            if (entry != null && --entry.holders == 0) {
                OPEN.remove(handle.factory);
                // Under the lock, so that a restarted attempt opens its services only once the
                // sockets and workers of the last attempt are gone.
                entry.services.close();
            }
        }
    }
}
