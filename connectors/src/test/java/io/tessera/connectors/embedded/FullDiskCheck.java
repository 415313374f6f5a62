/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tessera.connectors.kafka.KafkaRecordPublisher;
import io.tessera.connectors.kafka.KafkaSettings;
import io.tessera.connectors.kafka.PublishFailed;
import io.tessera.connectors.kafka.TopicAdmin;
import io.tessera.connectors.kafka.TopicSpec;
import io.tessera.connectors.store.CredentialsSource;
import io.tessera.connectors.store.ObjectStore;
import io.tessera.connectors.store.StoreUnavailable;
import io.tessera.connectors.store.directory.DirectoryLocation;
import io.tessera.connectors.store.s3.S3Location;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * What happens when the disk is full, on a file system of 16 to 64 MB that TESSERA_TEST_SMALL_DISK
 * names, such as {@code mount -t tmpfs -o size=24m tmpfs FOLDER}.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class FullDiskCheck {
    private static final int PIECE_BYTES = 1 << 20;

    @TempDir Path elsewhere;
    private Path disk;

    @BeforeEach
    void findDisk() throws Exception {
        String folder = System.getenv("TESSERA_TEST_SMALL_DISK");
        assumeTrue(folder != null, "no TESSERA_TEST_SMALL_DISK in the environment");
        long space = Files.getFileStore(Path.of(folder)).getTotalSpace();
        assertThat(space).as("size of %s", folder).isBetween(16L << 20, 64L << 20);
        disk = Files.createDirectory(Path.of(folder).resolve(UUID.randomUUID().toString()));
    }

    @AfterEach
    void makeRoom() throws Exception {
        if (disk != null) {
            try (Stream<Path> files = Files.walk(disk)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    @Test
    void isNamedByTheEmbeddedStoreWhichGoesOnOnceThereIsRoom() {
        Path credentials = elsewhere.resolve("credentials");
        try (EmbeddedStore server = EmbeddedStore.start(disk, 0, credentials)) {
            server.createBucket("bucket");
            S3Location location =
                    S3Location.parse(
                            "s3://bucket",
                            server.endpoint().toString(),
                            CredentialsSource.file(credentials));
            try (ObjectStore store = location.open()) {
                fill(store);
                goOn(store);
            }
        }
    }

    @Test
    void isNamedByTheDirectoryStoreWhichGoesOnOnceThereIsRoom() {
        try (ObjectStore store = new DirectoryLocation(disk.toString()).open()) {
            fill(store);
            goOn(store);
        }
    }

    /** The last one: a broker that gave up holds its deleted files until the process ends. */
    @Test
    @Order(Integer.MAX_VALUE)
    void isReportedByTheBrokerWhichDoesNotEndTheProcess() throws Exception {
        BlockingQueue<String> reasons = new LinkedBlockingQueue<>();
        try (EmbeddedBroker broker = EmbeddedBroker.start(disk, 0, reasons::add)) {
            KafkaSettings settings = KafkaSettings.of(broker.bootstrapServers());
            try (TopicAdmin admin = new TopicAdmin(settings);
                    KafkaRecordPublisher publisher =
                            new KafkaRecordPublisher(settings, Duration.ofSeconds(5))) {
                admin.ensure(List.of(new TopicSpec("things", null)), 1);
                assertThatThrownBy(
                                () -> {
                                    for (int i = 0; i < 80; i++) {
                                        publisher.send(
                                                "things",
                                                "k" + i,
                                                new byte[PIECE_BYTES],
                                                1L,
                                                Map.of());
                                        publisher.flush();
                                    }
                                })
                        .isInstanceOf(PublishFailed.class);
                assertThat(reasons.poll(30, TimeUnit.SECONDS)).contains("gave up");
            }
        }
    }

    private static void fill(ObjectStore store) {
        assertThatThrownBy(
                        () -> {
                            for (int i = 0; i < 80; i++) {
                                put(store, Integer.toString(i));
                            }
                        })
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("No space left");
    }

    private static void goOn(ObjectStore store) {
        store.delete("0");
        store.delete("1");
        put(store, "0");
        assertThat(store.head("0").orElseThrow().length()).isEqualTo(PIECE_BYTES);
    }

    private static void put(ObjectStore store, String key) {
        store.put(key, ByteBuffer.allocate(PIECE_BYTES), "application/octet-stream");
    }
}
