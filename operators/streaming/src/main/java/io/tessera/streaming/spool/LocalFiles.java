/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.spool;

import io.tessera.contract.codec.Digests;
import io.tessera.contract.failure.Code;
import io.tessera.contract.failure.InputFailure;
import io.tessera.streaming.service.InputSpool.Held;
import io.tessera.v1.InputState;
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
 * Files of this machine, used where they lie. A file is hashed once for as long as its length, time
 * and identity stay the same, and again when one of them changes. Thread-safe.
 */
final class LocalFiles {
    private static final int MOST_DIGESTS = 10_000;
    private static final int BLOCK_BYTES = 256 << 10;

    private final Map<Seen, String> digests =
            new LinkedHashMap<>(64, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Seen, String> eldest) {
                    return size() > MOST_DIGESTS;
                }
            };

    private record Seen(Path file, long length, FileTime changed, @Nullable Object identity) {}

    private record InPlace(Path file, long length, String sha256) implements Held {
        @Override
        public void close() {
            // It is its owner's and stays where it lies.
        }
    }

    Held hold(Claim claim) throws InputFailure {
        Path file = path(claim.media().getUri());
        try {
            Seen seen = look(file, claim);
            claim.checkLength(seen.length());
            String sha256 = digest(seen);
            claim.checkDigest(sha256);
            return new InPlace(file, seen.length(), sha256);
        } catch (NoSuchFileException e) {
            throw claim.missing("no such file");
        } catch (AccessDeniedException e) {
            throw claim.missing("permission denied");
        } catch (IOException e) {
            throw claim.missing("cannot be read (" + e + ")");
        }
    }

    private static Seen look(Path file, Claim claim) throws IOException, InputFailure {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        if (!attributes.isRegularFile()) {
            throw claim.missing("not a regular file");
        }
        return new Seen(
                file, attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
    }

    private String digest(Seen seen) throws IOException {
        synchronized (digests) {
            String known = digests.get(seen);
            if (known != null) {
                return known;
            }
        }
        String digest = hash(seen.file());
        synchronized (digests) {
            digests.put(seen, digest);
        }
        return digest;
    }

    private static String hash(Path file) throws IOException {
        MessageDigest digest = Digests.newSha256();
        byte[] block = new byte[BLOCK_BYTES];
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(block); count >= 0; count = in.read(block)) {
                digest.update(block, 0, count);
            }
        }
        return Digests.hex(digest.digest());
    }

    private static Path path(String uri) throws InputFailure {
        try {
            return Path.of(URI.create(uri));
        } catch (RuntimeException e) {
            throw new InputFailure(
                    InputState.UNSUPPORTED,
                    Code.SCHEME,
                    "not a reference to a file of this machine: %s".formatted(uri),
                    e);
        }
    }
}
