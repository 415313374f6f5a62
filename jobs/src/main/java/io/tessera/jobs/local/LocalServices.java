/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.local;

import io.tessera.connectors.embedded.EmbeddedBroker;
import io.tessera.connectors.embedded.EmbeddedServiceFailed;
import io.tessera.connectors.embedded.EmbeddedStore;
import io.tessera.connectors.kafka.KafkaSettings;
import io.tessera.connectors.kafka.TopicAdmin;
import io.tessera.connectors.kafka.Topics;
import io.tessera.connectors.store.CredentialsSource;
import io.tessera.connectors.store.s3.S3Location;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Broker and store of a run, in this process and on loopback, their data under --out. */
final class LocalServices implements AutoCloseable {
    static final String BUCKET = "tessera";

    private final EmbeddedBroker broker;
    private final EmbeddedStore store;
    private final Path credentials;
    private final AtomicReference<@Nullable String> trouble;

    private LocalServices(
            EmbeddedBroker broker,
            EmbeddedStore store,
            Path credentials,
            AtomicReference<@Nullable String> trouble) {
        this.trouble = trouble;
        this.broker = broker;
        this.store = store;
        this.credentials = credentials;
    }

    /** Starts both, and makes bucket and topics where they are not there. */
    static LocalServices start(OutFolder folder) {
        Path credentials = folder.state().resolve("credentials");
        ExecutorService beside = Executors.newSingleThreadExecutor();
        Future<EmbeddedStore> starting =
                beside.submit(() -> EmbeddedStore.start(folder.store(), 0, credentials));
        beside.shutdown();
        EmbeddedBroker broker = null;
        try {
            AtomicReference<@Nullable String> trouble = new AtomicReference<>();
            broker = EmbeddedBroker.start(folder.state().resolve("broker"), 0, trouble::set);
            LocalServices services =
                    new LocalServices(broker, await(starting), credentials, trouble);
            services.store.createBucket(BUCKET);
            try (TopicAdmin admin = new TopicAdmin(services.kafka())) {
                admin.ensure(Topics.all(), Topics.PARTITIONS);
            }
            return services;
        } catch (RuntimeException e) {
            if (broker != null) {
                broker.close();
            }
            closeStarted(starting);
            throw e;
        }
    }

    private static EmbeddedStore await(Future<EmbeddedStore> starting) {
        try {
            return starting.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedServiceFailed("interrupted while the store started", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new EmbeddedServiceFailed("the store did not start: " + e.getCause(), e);
        }
    }

    private static void closeStarted(Future<EmbeddedStore> starting) {
        try {
            await(starting).close();
        } catch (RuntimeException e) {
            // It never started, which is what the first failure says already.
            return;
        }
    }

    /** Why the broker gave up, e.g. on a full disk; empty while it serves. */
    Optional<String> trouble() {
        return Optional.ofNullable(trouble.get());
    }

    KafkaSettings kafka() {
        return KafkaSettings.of(broker.bootstrapServers());
    }

    S3Location location() {
        return new S3Location(
                store.endpoint(),
                BUCKET,
                "",
                S3Location.DEFAULT_REGION,
                CredentialsSource.file(credentials));
    }

    @Override
    public void close() {
        try {
            broker.close();
        } finally {
            store.close();
        }
    }
}
