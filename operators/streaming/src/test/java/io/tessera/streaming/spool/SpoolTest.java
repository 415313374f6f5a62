/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tessera.connectors.store.ObjectStore;
import io.tessera.connectors.store.directory.DirectoryLocation;
import io.tessera.contract.codec.Digests;
import io.tessera.contract.failure.Code;
import io.tessera.contract.failure.InputFailure;
import io.tessera.streaming.service.InputSpool.Held;
import io.tessera.v1.InputState;
import io.tessera.v1.MediaReference;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {
    private static final long MOST = 1 << 20;
    private static final String BASE = "s3://bucket/prefix/";

    @TempDir Path folder;
    private ObjectStore store;
    private final AtomicInteger finds = new AtomicInteger();
    private Spool spool;

    @BeforeEach
    void open() throws IOException {
        Path objects = Files.createDirectory(folder.resolve("objects"));
        store = new DirectoryLocation(objects.toString()).open();
        spool = spool(300_000);
    }

    private Spool spool(long capacity) throws IOException {
        StoreSource source = new StoreSource(store, BASE);
        RemoteSource counted =
                new RemoteSource() {
                    @Override
                    public boolean knows(String uri) {
                        return source.knows(uri);
                    }

                    @Override
                    public Optional<Remote> find(String uri) {
                        finds.incrementAndGet();
                        return source.find(uri);
                    }
                };
        return new Spool(
                Files.createTempDirectory(folder, "spool"), capacity, true, List.of(counted));
    }

    @AfterEach
    void close() {
        spool.close();
        store.close();
    }

    private static MediaReference reference(
            String uri, @Nullable Long length, @Nullable String sha256) {
        return MediaReference.newBuilder().setUri(uri).setLength(length).setSha256(sha256).build();
    }

    private byte[] put(String key, int length) {
        byte[] bytes = new byte[length];
        new Random(key.hashCode()).nextBytes(bytes);
        store.put(key, ByteBuffer.wrap(bytes), "application/octet-stream");
        return bytes;
    }

    private InputFailure failure(MediaReference media) {
        return catchThrowableOfType(InputFailure.class, () -> spool.fetch(media, MOST));
    }

    @Test
    void fetchesAnObjectOnceAndFindsItAgainByItsDigest() throws Exception {
        byte[] bytes = put("one", 100_000);
        String sha256 = Digests.sha256(bytes);
        Path file;
        try (Held held = spool.fetch(reference(BASE + "one", null, null), MOST)) {
            file = held.file();
            assertThat(held.sha256()).isEqualTo(sha256);
            assertThat(held.length()).isEqualTo(100_000);
            assertThat(file).hasBinaryContent(bytes);
        }
        put("two", 5);
        try (Held held = spool.fetch(reference(BASE + "two", 100_000L, sha256), MOST)) {
            assertThat(held.file()).isEqualTo(file);
        }
        assertThat(finds).hasValue(1);
    }

    @Test
    void keepsWhatIsHeldAndRemovesTheLeastRecentlyUsed() throws Exception {
        for (String key : List.of("a", "b", "c", "d")) {
            put(key, 100_000);
        }
        Held held = spool.fetch(reference(BASE + "a", null, null), MOST);
        Held second = spool.fetch(reference(BASE + "b", null, null), MOST);
        second.close();
        second.close();
        spool.fetch(reference(BASE + "c", null, null), MOST).close();
        spool.fetch(reference(BASE + "d", null, null), MOST).close();
        assertThat(held.file()).exists();
        assertThat(second.file()).doesNotExist();
        assertThat(spool.used()).isEqualTo(300_000);
        held.close();
    }

    @Test
    void waitsForRoomWhileAllIsHeld() throws Exception {
        put("a", 200_000);
        put("b", 200_000);
        Held held = spool.fetch(reference(BASE + "a", null, null), MOST);
        CompletableFuture<Held> next = new CompletableFuture<>();
        Thread thread =
                new Thread(
                        () -> {
                            try {
                                next.complete(spool.fetch(reference(BASE + "b", null, null), MOST));
                            } catch (InputFailure | RuntimeException e) {
                                next.completeExceptionally(e);
                            }
                        });
        thread.setDaemon(true);
        thread.start();
        while (thread.getState() != Thread.State.WAITING) {
            assertThat(next).isNotDone();
            Thread.onSpinWait();
        }
        held.close();
        try (Held then = next.get(20, TimeUnit.SECONDS)) {
            assertThat(then.length()).isEqualTo(200_000);
        }
    }

    @Test
    void sharesOneFetchBetweenAllWhoWantTheSameBytesAtOnce() throws Exception {
        byte[] bytes = put("one", 250_000);
        MediaReference media = reference(BASE + "one", null, Digests.sha256(bytes));
        List<CompletableFuture<Held>> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            all.add(
                    CompletableFuture.supplyAsync(
                            () -> {
                                try {
                                    return spool.fetch(media, MOST);
                                } catch (InputFailure e) {
                                    throw new IllegalStateException(e);
                                }
                            }));
        }
        for (CompletableFuture<Held> each : all) {
            each.get(20, TimeUnit.SECONDS).close();
        }
        assertThat(finds).hasValue(1);
        assertThat(spool.used()).isEqualTo(250_000);
    }

    @Test
    void tellsWhatIsWrongWithAReference() throws Exception {
        byte[] bytes = put("one", 1000);
        put("empty", 0);
        put("long", (int) MOST + 1);
        assertThat(failure(reference(BASE + "none", null, null)).state())
                .isEqualTo(InputState.MISSING);
        assertThat(failure(reference(BASE + "../../x", null, null)).state())
                .isEqualTo(InputState.MISSING);
        assertThat(failure(reference(BASE + "one", 999L, null)).code())
                .isEqualTo(Code.LENGTH_MISMATCH);
        InputFailure digest = failure(reference(BASE + "one", 1000L, "0".repeat(64)));
        assertThat(digest.state()).isEqualTo(InputState.CLAIM_MISMATCH);
        assertThat(digest).hasMessageContaining(Digests.sha256(bytes));
        assertThat(failure(reference(BASE + "empty", null, null)).state())
                .isEqualTo(InputState.EMPTY);
        assertThat(failure(reference(BASE + "long", null, null)).code())
                .isEqualTo(Code.LIMIT_BYTES);
        assertThat(failure(reference("gopher://host/x", null, null)).code()).isEqualTo(Code.SCHEME);
        assertThat(spool.used()).isZero();
    }

    @Test
    void refusesLocalFilesWhereTheyAreNotToBeRead() throws Exception {
        Path file = Files.write(folder.resolve("file"), new byte[10]);
        Spool cluster = new Spool(folder.resolve("none"), 1, false, List.of());
        InputFailure refused =
                catchThrowableOfType(
                        InputFailure.class,
                        () -> cluster.fetch(reference(file.toUri().toString(), null, null), MOST));
        assertThat(refused.state()).isEqualTo(InputState.UNSUPPORTED);
        assertThat(refused.code()).isEqualTo(Code.SCHEME);
    }

    @Test
    void usesALocalFileWhereItLiesAndVerifiesItAgainOnceItChanges() throws Exception {
        Path file = Files.write(folder.resolve("ä file"), new byte[] {1, 2, 3});
        String uri = file.toUri().toString();
        MediaReference media;
        try (Held held = spool.fetch(reference(uri, null, null), MOST)) {
            assertThat(held.file()).isEqualTo(file);
            assertThat(held.sha256()).isEqualTo(Digests.sha256(new byte[] {1, 2, 3}));
            media = reference(uri, held.length(), held.sha256());
        }
        spool.fetch(media, MOST).close();
        Files.write(file, new byte[] {1, 2, 4});
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
        assertThat(failure(media).code()).isEqualTo(Code.DIGEST_MISMATCH);
        Files.write(file, new byte[] {1, 2, 3, 4});
        assertThat(failure(media).code()).isEqualTo(Code.LENGTH_MISMATCH);
        Files.write(file, new byte[0]);
        assertThat(failure(reference(uri, null, null)).state()).isEqualTo(InputState.EMPTY);
        Files.delete(file);
        assertThat(failure(media).state()).isEqualTo(InputState.MISSING);
        assertThat(failure(reference(folder.toUri().toString(), null, null)).state())
                .isEqualTo(InputState.MISSING);
        assertThat(failure(reference("file:relative", null, null)).code()).isEqualTo(Code.SCHEME);
        assertThat(spool.used()).isZero();
    }
}
