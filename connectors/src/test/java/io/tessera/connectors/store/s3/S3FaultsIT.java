/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.store.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tessera.connectors.embedded.EmbeddedStore;
import io.tessera.connectors.store.CredentialsSource;
import io.tessera.connectors.store.ObjectStore;
import io.tessera.connectors.store.ObjectStore.ObjectInfo;
import io.tessera.connectors.store.Retries;
import io.tessera.connectors.store.StoreUnavailable;
import io.tessera.connectors.store.s3.FaultyStoreProxy.Fault;
import io.tessera.contract.codec.Digests;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class S3FaultsIT {
    private static final S3Settings IMPATIENT =
            new S3Settings(
                    Duration.ofSeconds(2),
                    Duration.ofMillis(700),
                    Duration.ofMillis(1_500),
                    new Retries(3, 1, 5));

    @TempDir static Path folder;
    private static EmbeddedStore server;

    private FaultyStoreProxy proxy;
    private ObjectStore store;

    @BeforeAll
    static void start() {
        server = EmbeddedStore.start(folder.resolve("buckets"), 0, credentialsFile());
        server.createBucket("bucket");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() throws Exception {
        proxy = new FaultyStoreProxy(server.endpoint());
        store = store("s3://bucket", proxy.endpoint());
    }

    @AfterEach
    void close() throws Exception {
        store.delete("k");
        store.close();
        proxy.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {
                "UNAVAILABLE",
                "REPLY_LOST",
                "REQUEST_LOST",
                "SILENT",
                "BODY_DAMAGED",
                "REPLY_DRIPS"
            })
    void endsInOneSoundObjectWhenThePutFailsTwice(Fault fault) {
        proxy.next(fault, fault);

        put("payload");

        assertThat(proxy.requests()).hasSize(3).allMatch(line -> line.startsWith("PUT /bucket/k"));
        try (Stream<ObjectInfo> objects = store.list("")) {
            assertThat(objects.map(ObjectInfo::key)).containsExactly("k");
        }
        assertThat(store.head("k").orElseThrow().sha256()).contains(Digests.sha256("payload"));
        assertThat(new String(store.get("k", 100).orElseThrow(), UTF_8)).isEqualTo("payload");
    }

    @Test
    void writesAFileAgainFromItsStart() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "payload of a file");
        proxy.next(Fault.REPLY_LOST, Fault.BODY_DAMAGED);

        store.put("k", file, "text/plain");

        assertThat(new String(store.get("k", 100).orElseThrow(), UTF_8))
                .isEqualTo("payload of a file");
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {
                "UNAVAILABLE",
                "REPLY_LOST",
                "REQUEST_LOST",
                "SILENT",
                "REPLY_CUT",
                "REPLY_DRIPS"
            })
    void readsWholeObjectsThroughFaults(Fault fault) {
        put("payload");
        proxy.next(fault, fault);
        assertThat(new String(store.get("k", 100).orElseThrow(), UTF_8)).isEqualTo("payload");

        ByteBuffer target = ByteBuffer.allocate(4);
        proxy.next(fault, fault);
        assertThat(store.read("k", 2, target)).isEqualTo(4);
        assertThat(new String(target.array(), UTF_8)).isEqualTo("yloa");
    }

    @Test
    void saysWhatFailedAfterTheLastAttempt() {
        proxy.next(Fault.UNAVAILABLE, Fault.UNAVAILABLE, Fault.UNAVAILABLE);

        assertThatThrownBy(() -> put("x"))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("PUT k")
                .hasMessageContaining(proxy.endpoint())
                .hasMessageContaining("after 3 attempts")
                .hasMessageContaining("503");
        assertThat(proxy.requests()).hasSize(3);
    }

    @Test
    void saysThatNobodyAnswers() throws Exception {
        proxy.close();
        assertThatThrownBy(() -> store.head("k"))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("HEAD k")
                .hasMessageContaining("onnect");
        proxy = new FaultyStoreProxy(server.endpoint());
        store.close();
        store = store("s3://bucket", proxy.endpoint());
    }

    @Test
    void takesAMissingBucketForARefusalNotForAMissingObject() {
        try (ObjectStore other = store("s3://nobucket", proxy.endpoint())) {
            assertThatThrownBy(() -> other.get("k", 1))
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("NoSuchBucket");
            assertThatThrownBy(() -> other.list("").close()).isInstanceOf(StoreUnavailable.class);
            assertThatThrownBy(() -> other.put("k", ByteBuffer.allocate(1), "text/plain"))
                    .isInstanceOf(StoreUnavailable.class);
            assertThatThrownBy(() -> other.head("k")).isInstanceOf(StoreUnavailable.class);
        }
    }

    @Test
    void doesNotRepeatWhatWasRefused() throws Exception {
        Path wrong =
                Files.writeString(
                        folder.resolve("wrong"),
                        "[default]\naws_access_key_id = tessera\naws_secret_access_key = wrongone");
        S3Location location =
                S3Location.parse("s3://bucket", proxy.endpoint(), CredentialsSource.file(wrong));
        try (ObjectStore other = new S3ObjectStore(location, IMPATIENT)) {
            assertThatThrownBy(() -> other.put("k", ByteBuffer.allocate(1), "text/plain"))
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("403")
                    .satisfies(e -> assertThat(e.toString()).doesNotContain("wrongone"));
        }
        assertThat(proxy.requests()).hasSize(1);
        assertThat(location.toString()).doesNotContain("wrongone");
    }

    @Test
    void endsItsThreadsWhenItIsClosed() {
        put("x");
        store.close();
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.isAlive() && !thread.isDaemon())
                .noneMatch(
                        thread ->
                                thread.getName()
                                        .startsWith(
                                                "OkHttp http://127.0.0.1:"
                                                        + URI.create(proxy.endpoint()).getPort()));
        store = store("s3://bucket", proxy.endpoint());
    }

    private void put(String text) {
        store.put("k", ByteBuffer.wrap(text.getBytes(UTF_8)), "text/plain");
    }

    private static ObjectStore store(String name, String endpoint) {
        return new S3ObjectStore(
                S3Location.parse(name, endpoint, CredentialsSource.file(credentialsFile())),
                IMPATIENT);
    }

    private static Path credentialsFile() {
        return folder.resolve("credentials");
    }
}
