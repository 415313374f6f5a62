/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.spool;

import io.tessera.contract.codec.Digests;
import io.tessera.contract.failure.Code;
import io.tessera.contract.failure.InputFailure;
import io.tessera.streaming.service.InputSpool;
import io.tessera.v1.InputState;
import io.tessera.v1.MediaReference;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Files of this machine, read where they lie. Their digests are kept while size and time of change
 * stay the same, so that a file is hashed once a run. Thread-safe.
 */
public final class LocalSpool implements InputSpool {
    private static final int DIGESTS = 10_000;
    private static final int BLOCK = 1 << 18;

    private final Map<Seen, String> digests =
            new LinkedHashMap<>(64, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Seen, String> eldest) {
                    return size() > DIGESTS;
                }
            };

    private record Seen(Path file, long length, FileTime changed, @Nullable Object identity) {}

    private record InPlace(Path file, long length, String sha256) implements Held {
        @Override
        public void close() {
            // It is its owner's and stays where it lies.
        }
    }

    @Override
    public Held fetch(MediaReference media, long maxBytes) throws InputFailure {
        Path file = path(media.getUri());
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                throw new InputFailure(
                        InputState.MISSING, Code.NOT_FOUND, "not a regular file: " + file);
            }
            checkLength(media, attributes.size(), maxBytes);
            String sha256 = digest(file, attributes);
            String claimed = media.getSha256();
            if (claimed != null && !claimed.equals(sha256)) {
                throw new InputFailure(
                        InputState.CLAIM_MISMATCH,
                        Code.DIGEST_MISMATCH,
                        "SHA-256 is %s, claimed was %s; send the request again with what is there"
                                .formatted(sha256, claimed));
            }
            return new InPlace(file, attributes.size(), sha256);
        } catch (NoSuchFileException e) {
            throw new InputFailure(
                    InputState.MISSING, Code.NOT_FOUND, "no such file any more: " + file, e);
        } catch (AccessDeniedException e) {
            throw new InputFailure(
                    InputState.MISSING, Code.NOT_FOUND, "permission denied: " + file, e);
        } catch (IOException e) {
            throw new InputFailure(
                    InputState.MISSING, Code.NOT_FOUND, "cannot be read: " + file + ": " + e, e);
        }
    }

    private static Path path(String uri) throws InputFailure {
        try {
            URI parsed = URI.create(uri);
            if ("file".equals(parsed.getScheme())) {
                return Path.of(parsed);
            }
        } catch (IllegalArgumentException e) {
            throw new InputFailure(
                    InputState.UNSUPPORTED, Code.SCHEME, "not a reference to a file: " + uri, e);
        }
        throw new InputFailure(
                InputState.UNSUPPORTED,
                Code.SCHEME,
                "only file: is read on one machine: %s; fetch it and name the file".formatted(uri));
    }

    private static void checkLength(MediaReference media, long length, long maxBytes)
            throws InputFailure {
        Long claimed = media.getLength();
        if (claimed != null && claimed != length) {
            throw new InputFailure(
                    InputState.CLAIM_MISMATCH,
                    Code.LENGTH_MISMATCH,
                    "%d bytes, claimed were %d; send the request again with what is there"
                            .formatted(length, claimed));
        }
        if (length == 0) {
            throw new InputFailure(InputState.EMPTY, Code.NO_BYTES, "0 bytes");
        }
        if (length > maxBytes) {
            throw new InputFailure(
                    InputState.REFUSED_LIMIT,
                    Code.LIMIT_BYTES,
                    "%d bytes, at most %d are read; raise --limit.input-bytes"
                            .formatted(length, maxBytes));
        }
    }

    private String digest(Path file, BasicFileAttributes attributes) throws IOException {
        Seen seen =
                new Seen(
                        file,
                        attributes.size(),
                        attributes.lastModifiedTime(),
                        attributes.fileKey());
        synchronized (digests) {
            String known = digests.get(seen);
            if (known != null) {
                return known;
            }
        }
        String digest = hash(file);
        synchronized (digests) {
            digests.put(seen, digest);
        }
        return digest;
    }

    private static String hash(Path file) throws IOException {
        MessageDigest digest = Digests.newSha256();
        byte[] block = new byte[BLOCK];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                digest.update(block, 0, read);
            }
        }
        return Digests.hex(digest.digest());
    }

    @Override
    public void close() {
        // Holds nothing open.
    }
}
