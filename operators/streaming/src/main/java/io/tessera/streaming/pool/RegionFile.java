/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.pool;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file of fixed size that both sides map. It is used again for one unit after the other, because
 * a mapping in this JVM lives until it is collected; {@link #clear} gives its memory back meanwhile
 * and leaves nothing of one input to the next.
 */
final class RegionFile implements AutoCloseable {
    private final Path path;
    private final FileChannel channel;
    private final MappedByteBuffer memory;

    private RegionFile(Path path, FileChannel channel, MappedByteBuffer memory) {
        this.path = path;
        this.channel = channel;
        this.memory = memory;
    }

    static RegionFile create(Path path, long bytes) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        path,
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        try {
            return new RegionFile(
                    path, channel, channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes));
        } catch (IOException e) {
            channel.close();
            Files.deleteIfExists(path);
            throw e;
        }
    }

    Path path() {
        return path;
    }

    int bytes() {
        return memory.capacity();
    }

    /** The whole of it; this very buffer, whose position and limit are nobody's. */
    MappedByteBuffer memory() {
        return memory;
    }

    /** Makes all of it zero and gives its pages back. */
    void clear() throws IOException {
        channel.truncate(0);
        channel.write(java.nio.ByteBuffer.wrap(new byte[1]), memory.capacity() - 1L);
    }

    /** Removes the file; the mapping stays readable until it is collected. */
    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(path);
    }
}
