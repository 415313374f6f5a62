/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.store.s3;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tessera.connectors.store.CredentialsSource;
import io.tessera.connectors.store.ObjectStore;
import io.tessera.connectors.store.ObjectStoreContract;
import java.util.UUID;

/**
 * The contract on an endpoint of one's own: TESSERA_TEST_S3_ENDPOINT, TESSERA_TEST_S3_BUCKET (which
 * exists) and the keys in TESSERA_STORE_ACCESS_KEY and TESSERA_STORE_SECRET_KEY. What it writes
 * lies under the prefix {@code tessera-test}.
 */
final class ExternalS3Check extends ObjectStoreContract {
    @Override
    protected ObjectStore open() {
        String endpoint = System.getenv("TESSERA_TEST_S3_ENDPOINT");
        String bucket = System.getenv("TESSERA_TEST_S3_BUCKET");
        assumeTrue(
                endpoint != null && bucket != null,
                "no TESSERA_TEST_S3_ENDPOINT and TESSERA_TEST_S3_BUCKET in the environment");
        return S3Location.parse(
                        "s3://" + bucket + "/tessera-test/" + UUID.randomUUID(),
                        endpoint,
                        CredentialsSource.environment())
                .open();
    }
}
