/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.store.s3;

import io.tessera.connectors.embedded.EmbeddedStore;
import io.tessera.connectors.store.CredentialsSource;
import io.tessera.connectors.store.ObjectStore;
import io.tessera.connectors.store.ObjectStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The contract on the endpoint that runs inside one-machine commands. */
final class S3ObjectStoreIT extends ObjectStoreContract {
    @TempDir static Path folder;
    private static EmbeddedStore server;
    private static int buckets;

    @BeforeAll
    static void start() {
        server = EmbeddedStore.start(folder.resolve("buckets"), 0, folder.resolve("credentials"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    protected ObjectStore open() {
        String bucket = "bucket" + buckets++;
        server.createBucket(bucket);
        return S3Location.parse(
                        "s3://" + bucket + "/some/prefix",
                        server.endpoint().toString(),
                        CredentialsSource.file(folder.resolve("credentials")))
                .open();
    }
}
