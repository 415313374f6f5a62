/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.store;

import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whole objects under keys such as {@code tenant/pipeline/input/unit.avro}. A PUT is atomic:
 * readers see the old object, the new one or none, never a part; a later PUT of the same key
 * replaces it. The store checks each PUT against its SHA-256. After a PUT or DELETE returns, HEAD,
 * GET and LIST agree with it. Thread-safe.
 *
 * <p>Keys are relative, use {@code /}, and have no empty, {@code .} or {@code ..} part; others are
 * refused with IllegalArgumentException. There is no conditional PUT: nothing here depends on one.
 */
public interface ObjectStore extends AutoCloseable {
    /** What a HEAD tells: length in bytes and, where the store keeps it, SHA-256 in hex. */
    record ObjectInfo(String key, long length, Optional<String> sha256) {}

    /**
     * Writes what remains in {@code bytes}, whose position does not move.
     *
     * @param mediaType stored as the content type, e.g. image/jpeg
     * @throws StoreUnavailable if the store cannot be reached or refuses; nothing is written then,
     *     or all of it where only the reply was lost
     */
    void put(String key, ByteBuffer bytes, String mediaType);

    /**
     * Writes a file as it is, without holding it in memory.
     *
     * @throws UncheckedIOException if the file cannot be read
     * @throws StoreUnavailable as of {@link #put(String, ByteBuffer, String)}
     */
    void put(String key, Path file, String mediaType);

    /** What is under {@code key}, or empty. */
    Optional<ObjectInfo> head(String key);

    /**
     * All bytes of an object, or empty if there is none.
     *
     * @throws ObjectTooLarge if it has more than {@code maxLength} bytes
     */
    Optional<byte[]> get(String key, long maxLength);

    /**
     * Reads from {@code position} until {@code target} is full or the object ends, and returns how
     * many bytes were read, -1 where there are none at {@code position}.
     *
     * @throws ObjectMissing if there is no object under {@code key}
     */
    int read(String key, long position, ByteBuffer target);

    /**
     * Everything whose key starts with {@code prefix}, by the UTF-8 bytes of the key in ascending
     * order; lazily paged, to be closed. An empty prefix is everything.
     */
    Stream<ObjectInfo> list(String prefix);

    /** Removes an object; does nothing where there is none. */
    void delete(String key);

    @Override
    void close();
}
