/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.store.s3;

import io.minio.ListObjectsV2Args;
import io.minio.MinioAsyncClient;
import io.minio.messages.ListBucketResultV2;
import io.tessera.connectors.store.ObjectStore.ObjectInfo;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is under a prefix, a page of at most a thousand at a time. Used by one thread. */
final class S3Listing {
    private static final ListBucketResultV2 END = new ListBucketResultV2();

    private final S3Location location;
    private final MinioAsyncClient client;
    private final S3Calls calls;
    private final String prefix;

    S3Listing(S3Location location, MinioAsyncClient client, S3Calls calls, String prefix) {
        this.location = location;
        this.client = client;
        this.calls = calls;
        this.prefix = prefix;
    }

    Stream<ObjectInfo> objects() {
        return Stream.iterate(
                        page(null),
                        page -> page != END,
                        page -> page.isTruncated() ? page(page.nextContinuationToken()) : END)
                .flatMap(page -> page.contents().stream())
                .map(
                        item ->
                                new ObjectInfo(
                                        location.ownKey(item.objectName()),
                                        item.size(),
                                        Optional.empty()));
    }

    private ListBucketResultV2 page(@Nullable String token) {
        ListObjectsV2Args.Builder arguments =
                ListObjectsV2Args.builder()
                        .bucket(location.bucket())
                        // Keys hold no control characters, so that XML carries them as they are.
                        .prefix(location.fullKey(prefix));
        if (token != null) {
            arguments.continuationToken(token);
        }
        return calls.require(
                "LIST",
                prefix,
                () -> S3Calls.join(client.listObjectsV2(arguments.build())).result());
    }
}
