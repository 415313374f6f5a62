/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tessera.connectors.store.StoreCredentials;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedStoreIT {
    @TempDir Path directory;

    @Test
    void keepsItsCredentialsUnreadableForOthersAndUsesThemAgain() throws Exception {
        StoreCredentials first;
        try (EmbeddedStore store = start(0)) {
            first = store.credentials();
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(credentials())))
                .isEqualTo("rw-------");
        try (EmbeddedStore store = start(0)) {
            assertThat(store.credentials()).isEqualTo(first);
        }
        assertThat(first.toString()).doesNotContain(first.secretKey());
    }

    @Test
    void refusesRequestsWithoutASignature() throws Exception {
        try (EmbeddedStore store = start(0)) {
            store.createBucket("tessera");
            Files.writeString(directory.resolve("buckets/tessera/open"), "readable for others");
            HttpResponse<Void> response =
                    HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(
                                                    store.endpoint().resolve("/tessera/open"))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding());
            assertThat(response.statusCode()).isEqualTo(403);
        }
    }

    @Test
    void namesAPortThatIsTaken() throws Exception {
        try (ServerSocket other = LoopbackPorts.listen(0)) {
            int port = other.getLocalPort();
            assertThatThrownBy(() -> start(port))
                    .isInstanceOf(PortInUse.class)
                    .hasMessageContaining("port " + port + " is in use");
        }
    }

    @Test
    void takesThePortItIsGivenAndFreesItAgain() {
        int port = LoopbackPorts.free();
        EmbeddedStore store = start(port);
        assertThat(store.endpoint()).hasToString("http://127.0.0.1:" + port);
        store.close();
        store.close();
        assertThat(LoopbackPorts.taken(port)).isFalse();
    }

    @Test
    void refusesABucketNameThatLeadsElsewhere() {
        try (EmbeddedStore store = start(0)) {
            assertThatThrownBy(() -> store.createBucket("../outside"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private EmbeddedStore start(int port) {
        return EmbeddedStore.start(directory.resolve("buckets"), port, credentials());
    }

    private Path credentials() {
        return directory.resolve("state/credentials");
    }
}
