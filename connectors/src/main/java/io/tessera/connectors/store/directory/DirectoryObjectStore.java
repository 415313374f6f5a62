/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.store.directory;

import io.tessera.connectors.store.Keys;
import io.tessera.connectors.store.ObjectMissing;
import io.tessera.connectors.store.ObjectStore;
import io.tessera.connectors.store.ObjectTooLarge;
import io.tessera.connectors.store.StoreUnavailable;
import io.tessera.contract.codec.Digests;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Objects as files under a directory. A file is written beside the others, forced to disk and moved
 * into place, so readers never see a part. HEAD reads the file to tell its SHA-256: nothing that is
 * kept apart from the bytes can then disagree with them. Links are not followed, so no key leads
 * out of the directory. A key cannot lie under another one ({@code a} and {@code a/b}).
 */
final class DirectoryObjectStore implements ObjectStore {
    private static final int BUFFER_BYTES = 64 << 10;

    private final ObjectFiles files;

    DirectoryObjectStore(Path root) {
        files = new ObjectFiles(root);
    }

    @Override
    public void put(String key, ByteBuffer bytes, String mediaType) {
        Path file = files.of(key);
        attempt(
                "PUT",
                file,
                () ->
                        files.replace(
                                file,
                                target -> {
                                    ByteBuffer rest = bytes.duplicate();
                                    while (rest.hasRemaining()) {
                                        target.write(rest);
                                    }
                                }));
    }

    @Override
    public void put(String key, Path source, String mediaType) {
        Path file = files.of(key);
        try (FileChannel from = FileChannel.open(source)) {
            attempt(
                    "PUT",
                    file,
                    () ->
                            files.replace(
                                    file,
                                    target -> {
                                        long length = from.size();
                                        for (long at = 0; at < length; ) {
                                            at += from.transferTo(at, length - at, target);
                                        }
                                    }));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot be read: " + source, e);
        }
    }

    @Override
    public Optional<ObjectInfo> head(String key) {
        Path file = files.of(key);
        return find(
                "HEAD",
                file,
                () -> {
                    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                        MessageDigest digest = Digests.newSha256();
                        byte[] buffer = new byte[BUFFER_BYTES];
                        long length = 0;
                        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                            digest.update(buffer, 0, n);
                            length += n;
                        }
                        String sha256 = Digests.hex(digest.digest());
                        return new ObjectInfo(key, length, Optional.of(sha256));
                    }
                });
    }

    @Override
    public Optional<byte[]> get(String key, long maxLength) {
        Path file = files.of(key);
        return find(
                "GET",
                file,
                () -> {
                    try (SeekableByteChannel channel = open(file)) {
                        long length = channel.size();
                        if (length > maxLength || length > Integer.MAX_VALUE - 8) {
                            throw new ObjectTooLarge(key, length, maxLength);
                        }
                        ByteBuffer bytes = ByteBuffer.allocate((int) length);
                        fill(channel, bytes);
                        return bytes.array();
                    }
                });
    }

    @Override
    public int read(String key, long position, ByteBuffer target) {
        if (position < 0) {
            throw new IllegalArgumentException("position is negative: " + position);
        }
        Path file = files.of(key);
        return find(
                        "GET",
                        file,
                        () -> {
                            try (SeekableByteChannel channel = open(file)) {
                                int wanted = target.remaining();
                                int count = fill(channel.position(position), target);
                                return count == 0 && wanted > 0 ? -1 : count;
                            }
                        })
                .orElseThrow(() -> new ObjectMissing(key));
    }

    @Override
    public Stream<ObjectInfo> list(String prefix) {
        return new DirectoryListing(files.root(), Keys.checkPrefix(prefix)).objects();
    }

    @Override
    public void delete(String key) {
        Path file = files.of(key);
        attempt(
                "DELETE",
                file,
                () -> {
                    if (files.isObject(file)) {
                        Files.deleteIfExists(file);
                    }
                });
    }

    @Override
    public void close() {
        // Holds nothing open between calls.
    }

    private static SeekableByteChannel open(Path file) throws IOException {
        return Files.newByteChannel(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    }

    private static int fill(SeekableByteChannel channel, ByteBuffer target) throws IOException {
        int count = 0;
        while (target.hasRemaining()) {
            int n = channel.read(target);
            if (n < 0) {
                break;
            }
            count += n;
        }
        return count;
    }

    private interface Read<T> {
        T run() throws IOException;
    }

    private interface Write {
        void run() throws IOException;
    }

    private <T> Optional<T> find(String verb, Path file, Read<T> read) {
        try {
            return files.isObject(file) ? Optional.of(read.run()) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw unavailable(verb, file, e);
        }
    }

    private static void attempt(String verb, Path file, Write write) {
        try {
            write.run();
        } catch (IOException e) {
            throw unavailable(verb, file, e);
        }
    }

    private static StoreUnavailable unavailable(String verb, Path file, IOException cause) {
        return new StoreUnavailable("%s %s failed: %s".formatted(verb, file, cause), cause);
    }
}
