/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.store.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tessera.connectors.store.ObjectStore;
import io.tessera.connectors.store.ObjectStoreContract;
import io.tessera.connectors.store.StoreUnavailable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DirectoryObjectStoreTest extends ObjectStoreContract {
    @TempDir Path folder;

    @Override
    protected ObjectStore open() {
        return new DirectoryLocation(folder.resolve("store").toString()).open();
    }

    @Test
    void leavesNoDraftBehind() throws Exception {
        put("a/b", "x");
        try (Stream<Path> drafts = Files.list(folder.resolve("store/.drafts"))) {
            assertThat(drafts).isEmpty();
        }
        assertThat(keys("")).containsExactly("a/b");
        assertThatThrownBy(() -> put(".drafts/x", "y"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void followsNoLinkOutOfTheDirectory() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "secret");
        put("in/a", "x");
        Path root = folder.resolve("store");
        Files.createSymbolicLink(root.resolve("file"), secret);
        Files.createSymbolicLink(root.resolve("out"), folder);

        assertThat(store().head("file")).isEmpty();
        assertThat(store().get("out/secret", 10)).isEmpty();
        assertThat(keys("")).containsExactly("in/a");
        assertThatThrownBy(() -> put("out/new", "y"))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("link");
        store().delete("out/secret");
        assertThat(secret).exists();
        put("file", "own");
        assertThat(Files.readString(secret)).isEqualTo("secret");
        assertThat(text("file")).isEqualTo("own");
    }

    @Test
    void saysThatItCannotWrite() throws Exception {
        Files.writeString(folder.resolve("store"), "a file in its place");
        assertThatThrownBy(() -> put("a", "x"))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("PUT");
    }
}
