/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tessera.connectors.store.ObjectStore.ObjectInfo;
import io.tessera.contract.codec.Digests;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link ObjectStore} does; a subclass opens one that holds nothing. */
public abstract class ObjectStoreContract {
    private static final String TEXT = "text/plain";

    @TempDir Path scratch;

    private ObjectStore store;

    protected abstract ObjectStore open() throws Exception;

    @BeforeEach
    final void openStore() throws Exception {
        store = open();
    }

    @AfterEach
    final void closeStore() {
        if (store != null) {
            store.close();
            store.close();
        }
    }

    @Test
    void givesBackWhatWasPut() {
        put("a/b/c.txt", "hello");

        assertThat(text("a/b/c.txt")).isEqualTo("hello");
        assertThat(store.head("a/b/c.txt")).isPresent();
        ObjectInfo info = store.head("a/b/c.txt").orElseThrow();
        assertThat(info.key()).isEqualTo("a/b/c.txt");
        assertThat(info.length()).isEqualTo(5);
        assertThat(info.sha256()).contains(Digests.sha256("hello"));
    }

    @Test
    void hasNothingUnderAKeyThatWasNeverPut() {
        assertThat(store.head("none")).isEmpty();
        assertThat(store.get("none", 10)).isEmpty();
        assertThatThrownBy(() -> store.read("none", 0, ByteBuffer.allocate(1)))
                .isInstanceOf(ObjectMissing.class)
                .hasMessageContaining("none");
        assertThat(keys("none")).isEmpty();
        store.delete("none");
    }

    @Test
    void replacesAnObjectThatWasThere() {
        put("k", "the first, longer one");
        put("k", "second");

        assertThat(text("k")).isEqualTo("second");
        assertThat(store.head("k").orElseThrow().length()).isEqualTo(6);
        assertThat(store.head("k").orElseThrow().sha256()).contains(Digests.sha256("second"));
        assertThat(keys("")).containsExactly("k");
    }

    @Test
    void keepsAnEmptyObject() {
        put("empty", "");

        assertThat(store.head("empty").orElseThrow().length()).isZero();
        assertThat(store.get("empty", 0)).hasValueSatisfying(b -> assertThat(b).isEmpty());
        assertThat(store.read("empty", 0, ByteBuffer.allocate(4))).isEqualTo(-1);
    }

    @Test
    void writesWhatRemainsOfADirectBufferAndLeavesItsPosition() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(10);
        buffer.put("xxpayloadx".getBytes(UTF_8));
        buffer.position(2).limit(9);

        store.put("k", buffer, TEXT);

        assertThat(buffer.position()).isEqualTo(2);
        assertThat(buffer.limit()).isEqualTo(9);
        assertThat(text("k")).isEqualTo("payload");
    }

    @Test
    void writesAFileAsItIs() throws Exception {
        byte[] bytes = random(3_000_000);
        Path file = Files.write(scratch.resolve("file"), bytes);

        store.put("big", file, "application/octet-stream");

        ObjectInfo info = store.head("big").orElseThrow();
        assertThat(info.length()).isEqualTo(bytes.length);
        assertThat(info.sha256()).contains(Digests.sha256(bytes));
        assertThat(store.get("big", bytes.length)).hasValue(bytes);
    }

    @Test
    void saysThatAFileToPutCannotBeRead() {
        Path absent = scratch.resolve("absent");
        assertThatThrownBy(() -> store.put("k", absent, TEXT))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("absent");
        assertThat(store.head("k")).isEmpty();
    }

    @Test
    void readsRanges() {
        put("k", "0123456789");
        ByteBuffer target = ByteBuffer.allocate(6);
        target.position(1).limit(5);

        assertThat(store.read("k", 3, target)).isEqualTo(4);
        assertThat(target.position()).isEqualTo(5);
        assertThat(new String(target.array(), 1, 4, UTF_8)).isEqualTo("3456");

        ByteBuffer tail = ByteBuffer.allocateDirect(6);
        assertThat(store.read("k", 8, tail)).isEqualTo(2);
        assertThat(tail.flip().get(1)).isEqualTo((byte) '9');
        assertThat(store.read("k", 10, ByteBuffer.allocate(1))).isEqualTo(-1);
        assertThat(store.read("k", 999, ByteBuffer.allocate(1))).isEqualTo(-1);
        assertThat(store.read("k", 0, ByteBuffer.allocate(0))).isZero();
    }

    @Test
    void refusesToHoldMoreThanTheReaderAllows() {
        put("k", "0123456789");
        assertThatThrownBy(() -> store.get("k", 9))
                .isInstanceOf(ObjectTooLarge.class)
                .hasMessageContaining("10")
                .hasMessageContaining("9");
    }

    @Test
    void removesObjects() {
        put("a/x", "1");
        put("a/y", "2");
        store.delete("a/x");
        store.delete("a/x");

        assertThat(store.head("a/x")).isEmpty();
        assertThat(keys("")).containsExactly("a/y");
    }

    @Test
    void listsByKeyWhateverTheFolders() {
        List<String> keys = List.of("a", "b-c", "b/a", "b/a-b", "b/c/d", "b0", "ba", "é", "😀");
        for (int i : List.of(3, 8, 1, 0, 7, 5, 2, 6, 4)) {
            put(keys.get(i), "x" + i);
        }

        assertThat(keys("")).containsExactlyElementsOf(keys);
        assertThat(keys("b")).containsExactly("b-c", "b/a", "b/a-b", "b/c/d", "b0", "ba");
        assertThat(keys("b/")).containsExactly("b/a", "b/a-b", "b/c/d");
        assertThat(keys("b/a")).containsExactly("b/a", "b/a-b");
        assertThat(keys("zz")).isEmpty();
        try (Stream<ObjectInfo> objects = store.list("b0")) {
            assertThat(objects).singleElement().satisfies(o -> assertThat(o.length()).isEqualTo(2));
        }
    }

    @Test
    void listsMoreThanOnePage() {
        int count = 1_050;
        IntStream.range(0, count).parallel().forEach(i -> put("p/%05d".formatted(i), "x"));

        List<String> keys = keys("p/");
        assertThat(keys).hasSize(count).isSorted().doesNotHaveDuplicates();
        try (Stream<ObjectInfo> objects = store.list("p/")) {
            assertThat(objects.limit(3).map(ObjectInfo::key))
                    .containsExactly("p/00000", "p/00001", "p/00002");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/a",
                "a/",
                "a//b",
                ".",
                "..",
                "../a",
                "a/../b",
                "a/./b",
                "a\\b",
                "a\nb",
                "a\u0000b",
                "\ud800"
            })
    void refusesWhatIsNoKey(String key) {
        assertThatThrownBy(() -> put(key, "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.head(key)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.get(key, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.read(key, 0, ByteBuffer.allocate(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.delete(key)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesKeysThatUrlsWouldHaveToEscape() {
        for (String key : List.of("a b+c", "a%2Fb", "ä?x=1&y", "q#f", "it's (1)*!~", "a=b,c;d@e")) {
            put(key, key);
            assertThat(text(key)).isEqualTo(key);
            assertThat(keys(key)).containsExactly(key);
            store.delete(key);
            assertThat(store.head(key)).isEmpty();
        }
    }

    @Test
    void showsReadersWholeObjectsOnlyWhileWritersReplaceThem() throws Exception {
        int size = 200_000;
        put("k", "a".repeat(size));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> work = new ArrayList<>();
            for (String letter : List.of("b", "c")) {
                work.add(
                        threads.submit(
                                () -> {
                                    for (int i = 0; i < 20; i++) {
                                        put("k", letter.repeat(size));
                                    }
                                }));
            }
            for (int reader = 0; reader < 2; reader++) {
                work.add(
                        threads.submit(
                                () -> {
                                    for (int i = 0; i < 20; i++) {
                                        assertThat(text("k")).matches("(a*|b*|c*)").hasSize(size);
                                    }
                                }));
            }
            for (Future<?> future : work) {
                future.get(60, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    protected final ObjectStore store() {
        return store;
    }

    protected final void put(String key, String text) {
        store.put(key, ByteBuffer.wrap(text.getBytes(UTF_8)), TEXT);
    }

    protected final String text(String key) {
        return new String(store.get(key, 1 << 20).orElseThrow(), UTF_8);
    }

    protected final List<String> keys(String prefix) {
        try (Stream<ObjectInfo> objects = store.list(prefix)) {
            return objects.map(ObjectInfo::key).toList();
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return bytes;
    }
}
