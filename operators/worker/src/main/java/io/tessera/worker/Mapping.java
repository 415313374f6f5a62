/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Maps files and unmaps them at once, since address space is what a worker is limited in. */
final class Mapping {
    private Mapping() {}

    /** Maps the first {@code bytes} of an existing file, to be read and written. */
    static MappedByteBuffer map(Path file, long bytes) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            if (channel.size() < bytes) {
                throw new IOException(
                        "file of %d bytes is to be mapped with %d"
                                .formatted(channel.size(), bytes));
            }
            return channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes);
        }
    }

    /** Unmaps a buffer; whoever touches it or a slice of it afterwards crashes the process. */
    static void unmap(MappedByteBuffer buffer) {
        try {
            Class<?> type = Class.forName("sun.misc.Unsafe");
            Field field = type.getDeclaredField("theUnsafe");
            field.setAccessible(true);
            Method cleaner = type.getMethod("invokeCleaner", ByteBuffer.class);
            cleaner.invoke(field.get(null), buffer);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this Java cannot unmap buffers", e);
        }
    }
}
