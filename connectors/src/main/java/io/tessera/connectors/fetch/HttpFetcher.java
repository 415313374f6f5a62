/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.fetch;

import io.tessera.connectors.fetch.FetchFailed.Reason;
import io.tessera.contract.codec.Digests;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Fetches http and https references to files, hashing while it writes. Redirects are followed on
 * the same host only, and never from https to http. Thread-safe.
 */
public final class HttpFetcher {
    private static final int MAX_REDIRECTS = 5;
    private static final long MAX_FIRST_PAUSE_MILLIS = 1_000;
    private static final int BUFFER_BYTES = 64 << 10;

    private final FetchLimits limits;

    public HttpFetcher(FetchLimits limits) {
        this.limits = limits;
    }

    /**
     * Fetches {@code uri} to {@code target}, which is replaced, and gone again if this fails.
     *
     * @throws FetchFailed if it cannot be had; the server was asked again where that may help
     * @throws UncheckedIOException if {@code target} cannot be written
     */
    public Fetched fetch(URI uri, Path target) throws FetchFailed {
        FetchReferences.check(uri);
        for (int attempt = 1; ; attempt++) {
            try {
                return once(uri, target);
            } catch (FetchFailed e) {
                delete(target);
                if (e.reason() != Reason.UNREACHABLE || attempt == limits.attempts()) {
                    throw e;
                }
                pause(attempt, e);
            } catch (UncheckedIOException e) {
                delete(target);
                throw e;
            }
        }
    }

    /** A random wait of up to a second, then two: a server in trouble is not to be hammered. */
    private static void pause(int attempt, FetchFailed cause) throws FetchFailed {
        long bound = MAX_FIRST_PAUSE_MILLIS * attempt;
        try {
            TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(bound));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cause;
        }
    }

    private Fetched once(URI uri, Path target) throws FetchFailed {
        HttpURLConnection connection = open(uri);
        try {
            return receive(uri, connection, target);
        } finally {
            connection.disconnect();
        }
    }

    /** A connection whose reply is 200, after redirects. */
    private HttpURLConnection open(URI uri) throws FetchFailed {
        URI at = uri;
        for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
            HttpURLConnection connection = null;
            try {
                connection = (HttpURLConnection) at.toURL().openConnection();
                connection.setInstanceFollowRedirects(false);
                connection.setUseCaches(false);
                connection.setConnectTimeout((int) limits.connect().toMillis());
                connection.setReadTimeout((int) limits.silence().toMillis());
                int status = connection.getResponseCode();
                if (status == HttpURLConnection.HTTP_OK) {
                    return connection;
                }
                String location = connection.getHeaderField("Location");
                connection.disconnect();
                at = FetchReferences.next(at, status, location);
            } catch (IOException e) {
                if (connection != null) {
                    connection.disconnect();
                }
                throw unreachable(uri, e);
            }
        }
        throw new FetchFailed(
                Reason.REFUSED, uri + " redirects more than " + MAX_REDIRECTS + " times", null);
    }

    private Fetched receive(URI uri, HttpURLConnection connection, Path target) throws FetchFailed {
        long announced = connection.getContentLengthLong();
        requireWithin(uri, announced);
        long deadline = System.nanoTime() + limits.total().toNanos();
        MessageDigest digest = Digests.newSha256();
        byte[] buffer = new byte[BUFFER_BYTES];
        long length = 0;
        try (OutputStream out = create(target);
                InputStream in = body(uri, connection)) {
            for (int n = read(uri, in, buffer); n >= 0; n = read(uri, in, buffer)) {
                length += n;
                requireWithin(uri, length);
                if (System.nanoTime() - deadline > 0) {
                    throw new FetchFailed(
                            Reason.UNREACHABLE,
                            "%s did not end within %s".formatted(uri, limits.total()),
                            null);
                }
                digest.update(buffer, 0, n);
                out.write(buffer, 0, n);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot be written: " + target, e);
        }
        if (announced >= 0 && length != announced) {
            throw new FetchFailed(
                    Reason.UNREACHABLE,
                    "%s ended after %d of %d bytes".formatted(uri, length, announced),
                    null);
        }
        return new Fetched(target, length, Digests.hex(digest.digest()));
    }

    private void requireWithin(URI uri, long length) throws FetchFailed {
        if (length > limits.bytes()) {
            throw new FetchFailed(
                    Reason.TOO_LARGE,
                    "%s has more than %d bytes; raise limit.input-bytes"
                            .formatted(uri, limits.bytes()),
                    null);
        }
    }

    private static OutputStream create(Path target) throws IOException {
        return Files.newOutputStream(target);
    }

    private static InputStream body(URI uri, HttpURLConnection connection) throws FetchFailed {
        try {
            return connection.getInputStream();
        } catch (IOException e) {
            throw unreachable(uri, e);
        }
    }

    /** Reads, and tells failures of the server from those of the disk. */
    private static int read(URI uri, InputStream in, byte[] buffer) throws FetchFailed {
        try {
            return in.read(buffer);
        } catch (IOException e) {
            throw unreachable(uri, e);
        }
    }

    private static FetchFailed unreachable(URI uri, IOException cause) {
        return new FetchFailed(
                Reason.UNREACHABLE, "%s cannot be fetched: %s".formatted(uri, cause), cause);
    }

    private static void delete(Path target) {
        try {
            Files.deleteIfExists(target);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot be deleted: " + target, e);
        }
    }
}
