/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.contract.input;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The bytes of a file, e.g. of a spooled input. Its length is that of the moment it was opened. */
public final class FileByteSource implements ByteSource {
    private final FileChannel channel;
    private final long length;

    public FileByteSource(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.READ);
        length = channel.size();
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public int read(long position, ByteBuffer target) throws IOException {
        if (position < 0) {
            throw new IllegalArgumentException("position is negative: " + position);
        }
        return position >= length ? -1 : channel.read(target, position);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
