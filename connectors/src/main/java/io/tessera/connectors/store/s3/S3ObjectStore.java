/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.store.s3;

import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.GetObjectResponse;
import io.minio.HeadObjectArgs;
import io.minio.HeadObjectResponse;
import io.minio.RemoveObjectArgs;
import io.tessera.connectors.store.Keys;
import io.tessera.connectors.store.ObjectMissing;
import io.tessera.connectors.store.ObjectStore;
import io.tessera.connectors.store.ObjectTooLarge;
import io.tessera.connectors.store.StoreUnavailable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/**
 * Objects in a bucket of an S3 endpoint. Every object is written in one request, so there are no
 * uploads to clean up; a PUT whose reply was lost is repeated and gives the same object.
 */
final class S3ObjectStore implements ObjectStore {
    private static final int COPY_BYTES = 64 << 10;

    private final S3Location location;
    private final S3Connection connection;
    private final S3Calls calls;
    private final S3Puts puts;

    /** Set once and for all; two threads may both ask. */
    private volatile boolean bucketSeen;

    S3ObjectStore(S3Location location, S3Settings settings) {
        this.location = location;
        connection = new S3Connection(location, location.credentials().load(), settings);
        calls = new S3Calls(location, settings.retries());
        puts = new S3Puts(location, connection, calls);
    }

    @Override
    public void put(String key, ByteBuffer bytes, String mediaType) {
        puts.put(Keys.check(key), bytes, mediaType);
    }

    @Override
    public void put(String key, Path file, String mediaType) {
        puts.put(Keys.check(key), file, mediaType);
    }

    @Override
    public Optional<ObjectInfo> head(String key) {
        HeadObjectArgs arguments =
                HeadObjectArgs.builder()
                        .bucket(location.bucket())
                        .object(location.fullKey(Keys.check(key)))
                        .fetchChecksum(true)
                        .build();
        Optional<ObjectInfo> info =
                calls.find(
                        "HEAD",
                        key,
                        () -> info(key, S3Calls.join(connection.client().headObject(arguments))));
        if (info.isEmpty()) {
            requireBucket();
        }
        return info;
    }

    @Override
    public Optional<byte[]> get(String key, long maxLength) {
        GetObjectArgs arguments = get(Keys.check(key)).build();
        return calls.find(
                "GET",
                key,
                () -> {
                    try (GetObjectResponse object =
                            S3Calls.join(connection.client().getObject(arguments))) {
                        return bytes(key, object, maxLength);
                    }
                });
    }

    @Override
    public int read(String key, long position, ByteBuffer target) {
        Keys.check(key);
        if (position < 0) {
            throw new IllegalArgumentException("position is negative: " + position);
        }
        if (!target.hasRemaining()) {
            return 0;
        }
        Optional<Integer> count =
                calls.find("GET", key, () -> readOnce(key, position, target.duplicate()));
        if (count.isEmpty()) {
            if (head(key).isEmpty()) {
                throw new ObjectMissing(key);
            }
            return -1;
        }
        target.position(target.position() + count.get());
        return count.get();
    }

    @Override
    public Stream<ObjectInfo> list(String prefix) {
        return new S3Listing(location, connection.client(), calls, Keys.checkPrefix(prefix))
                .objects();
    }

    @Override
    public void delete(String key) {
        RemoveObjectArgs arguments =
                RemoveObjectArgs.builder()
                        .bucket(location.bucket())
                        .object(location.fullKey(Keys.check(key)))
                        .build();
        calls.find(
                "DELETE",
                key,
                () -> {
                    S3Calls.join(connection.client().removeObject(arguments));
                    return key;
                });
    }

    @Override
    public void close() {
        connection.close();
    }

    /** A HEAD has no body to tell a missing object from a missing bucket: asked once. */
    private void requireBucket() {
        if (bucketSeen) {
            return;
        }
        BucketExistsArgs arguments = BucketExistsArgs.builder().bucket(location.bucket()).build();
        boolean exists =
                calls.require(
                        "HEAD",
                        location.bucket(),
                        () -> S3Calls.join(connection.client().bucketExists(arguments)));
        if (!exists) {
            throw new StoreUnavailable(
                    "there is no bucket %s at %s; create it or name another"
                            .formatted(location.bucket(), location.endpoint()),
                    null);
        }
        bucketSeen = true;
    }

    private GetObjectArgs.Builder get(String key) {
        return GetObjectArgs.builder().bucket(location.bucket()).object(location.fullKey(key));
    }

    private int readOnce(String key, long position, ByteBuffer target)
            throws IOException, ExecutionException, InterruptedException {
        GetObjectArgs arguments =
                get(key).offset(position).length((long) target.remaining()).build();
        try (GetObjectResponse object = S3Calls.join(connection.client().getObject(arguments))) {
            String range = object.headers().get("Content-Range");
            if (range == null || !range.startsWith("bytes " + position + "-")) {
                throw new IOException(
                        "asked for a range from %d, got %s".formatted(position, range));
            }
            long announced = announcedLength(object);
            byte[] buffer = new byte[Math.min(COPY_BYTES, target.remaining())];
            int count = 0;
            while (target.hasRemaining()) {
                int n = object.read(buffer, 0, Math.min(buffer.length, target.remaining()));
                if (n < 0) {
                    break;
                }
                target.put(buffer, 0, n);
                count += n;
            }
            if (count != announced) {
                throw new IOException("%d of %d bytes came".formatted(count, announced));
            }
            return count;
        }
    }

    private static byte[] bytes(String key, GetObjectResponse object, long maxLength)
            throws IOException {
        long length = announcedLength(object);
        if (length > maxLength || length > Integer.MAX_VALUE - 8) {
            throw new ObjectTooLarge(key, length, maxLength);
        }
        byte[] bytes = object.readNBytes((int) length);
        if (bytes.length != length) {
            throw new IOException("%d of %d bytes came".formatted(bytes.length, length));
        }
        return bytes;
    }

    private static long announcedLength(GetObjectResponse object) throws IOException {
        String length = object.headers().get("Content-Length");
        if (length == null || !length.matches("[0-9]{1,18}")) {
            throw new IOException("a reply without a length");
        }
        return Long.parseLong(length);
    }

    private static ObjectInfo info(String key, HeadObjectResponse head) {
        String own = head.userMetadata().getFirst(S3Puts.DIGEST_METADATA);
        if (own != null && own.matches("[0-9a-f]{64}")) {
            return new ObjectInfo(key, head.size(), Optional.of(own));
        }
        String kept = head.headers().get("x-amz-checksum-sha256");
        Optional<String> sha256 =
                kept == null || kept.contains("-")
                        ? Optional.empty()
                        : Optional.of(HexFormat.of().formatHex(Base64.getDecoder().decode(kept)));
        return new ObjectInfo(key, head.size(), sha256);
    }
}
