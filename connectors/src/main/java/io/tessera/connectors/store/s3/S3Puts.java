/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.store.s3;

import io.minio.Http;
import io.minio.PutObjectAPIArgs;
import io.tessera.contract.codec.Digests;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.Semaphore;

/**
 * Writes whole objects, each in one request that carries its SHA-256: for the store to check, and
 * for HEAD to tell where the store keeps no checksums. Thread-safe.
 */
final class S3Puts {
    /** Name of the digest in the object's own metadata. */
    static final String DIGEST_METADATA = "sha256";

    private static final int COPY_BUDGET_KIB = 128 << 10;
    private static final int BUFFER_BYTES = 64 << 10;

    private final S3Location location;
    private final S3Connection connection;
    private final S3Calls calls;

    /** Bounds what lies on the heap on its way from mapped regions into requests. */
    private final Semaphore copyBudget = new Semaphore(COPY_BUDGET_KIB, true);

    S3Puts(S3Location location, S3Connection connection, S3Calls calls) {
        this.location = location;
        this.connection = connection;
        this.calls = calls;
    }

    void put(String key, ByteBuffer bytes, String mediaType) {
        int kibibytes = Math.min(COPY_BUDGET_KIB, bytes.remaining() / 1024 + 1);
        copyBudget.acquireUninterruptibly(kibibytes);
        try {
            byte[] body = new byte[bytes.remaining()];
            bytes.duplicate().get(body);
            Http.Headers headers = headers(Digests.newSha256().digest(body), mediaType);
            calls.require(
                    "PUT",
                    key,
                    () ->
                            S3Calls.join(
                                    connection.client().putObject(arguments(key, headers, body))));
        } finally {
            copyBudget.release(kibibytes);
        }
    }

    void put(String key, Path file, String mediaType) {
        Http.Headers headers = headers(digest(file), mediaType);
        calls.require(
                "PUT",
                key,
                () -> {
                    try (RandomAccessFile body = new RandomAccessFile(file.toFile(), "r")) {
                        return S3Calls.join(
                                connection.fileClient().putObject(arguments(key, headers, body)));
                    }
                });
    }

    private PutObjectAPIArgs arguments(String key, Http.Headers headers, byte[] body) {
        return arguments(key, headers).data(body, body.length).build();
    }

    private PutObjectAPIArgs arguments(String key, Http.Headers headers, RandomAccessFile body)
            throws IOException {
        return arguments(key, headers).file(body, body.length()).build();
    }

    private PutObjectAPIArgs.Builder arguments(String key, Http.Headers headers) {
        return new PutObjectAPIArgs.Builder()
                .bucket(location.bucket())
                .object(location.fullKey(key))
                .contentType(headers.getFirst(Http.Headers.CONTENT_TYPE))
                .headers(new Http.Headers(headers));
    }

    private static Http.Headers headers(byte[] sha256, String mediaType) {
        Http.Headers headers = new Http.Headers();
        headers.put(Http.Headers.CONTENT_TYPE, mediaType);
        headers.put(Http.Headers.X_AMZ_CHECKSUM_SHA256, Base64.getEncoder().encodeToString(sha256));
        headers.put("x-amz-meta-" + DIGEST_METADATA, Digests.hex(sha256));
        return headers;
    }

    private static byte[] digest(Path file) {
        MessageDigest digest = Digests.newSha256();
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return digest.digest();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot be read: " + file, e);
        }
    }
}
