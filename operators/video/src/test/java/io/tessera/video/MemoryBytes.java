/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video;

import io.tessera.contract.input.ByteSource;
import java.nio.ByteBuffer;

/** Bytes that lie in memory, given out in small pieces as a socket would. */
public final class MemoryBytes implements ByteSource {
    private static final int PIECE = 10_000;

    private final byte[] bytes;

    public MemoryBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public long length() {
        return bytes.length;
    }

    @Override
    public int read(long position, ByteBuffer target) {
        if (position >= bytes.length) {
            return -1;
        }
        int count = (int) Math.min(Math.min(PIECE, target.remaining()), bytes.length - position);
        target.put(bytes, (int) position, count);
        return count;
    }

    @Override
    public void close() {}
}
