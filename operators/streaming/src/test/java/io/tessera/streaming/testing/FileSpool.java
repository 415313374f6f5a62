/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.testing;

import io.tessera.contract.codec.Digests;
import io.tessera.contract.failure.Code;
import io.tessera.contract.failure.InputFailure;
import io.tessera.streaming.service.InputSpool;
import io.tessera.v1.InputState;
import io.tessera.v1.MediaReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** A double of the spool that verifies small local files where they lie. */
public final class FileSpool implements InputSpool {
    private record InPlace(Path file, long length, String sha256) implements Held {
        @Override
        public void close() {
            // Lies where it lay.
        }
    }

    @Override
    public Held fetch(MediaReference media, long maxBytes) throws InputFailure {
        if (!media.getUri().startsWith("file:")) {
            throw new InputFailure(InputState.UNSUPPORTED, Code.SCHEME, media.getUri());
        }
        Path file = Path.of(URI.create(media.getUri()));
        if (!Files.exists(file)) {
            throw new InputFailure(InputState.MISSING, Code.NOT_FOUND, "no file " + file);
        }
        byte[] bytes = bytes(file);
        if (bytes.length == 0) {
            throw new InputFailure(InputState.EMPTY, Code.NO_BYTES, "0 bytes in " + file);
        }
        if (bytes.length > maxBytes) {
            throw new InputFailure(InputState.REFUSED_LIMIT, Code.LIMIT_BYTES, "too long");
        }
        String sha256 = Digests.sha256(bytes);
        if (media.getLength() != null && media.getLength() != bytes.length) {
            throw new InputFailure(
                    InputState.CLAIM_MISMATCH, Code.LENGTH_MISMATCH, "length differs");
        }
        if (media.getSha256() != null && !media.getSha256().equals(sha256)) {
            throw new InputFailure(
                    InputState.CLAIM_MISMATCH, Code.DIGEST_MISMATCH, "digest differs");
        }
        return new InPlace(file, bytes.length, sha256);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
