/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video.container;

import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a packet, read one by one with bounds. The first kilobyte is copied at once, since
 * headers stand there and single native reads are slow.
 */
final class PacketBytes {
    private final byte[] head = new byte[1024];
    private @Nullable BytePointer data;
    private int copied;
    private int size;

    /** Looks at {@code size} bytes of {@code data} until the next call. */
    PacketBytes of(@Nullable BytePointer data, int size) {
        this.data = data;
        this.size = data == null ? 0 : size;
        copied = Math.min(this.size, head.length);
        if (data != null) {
            data.get(head, 0, copied);
        }
        return this;
    }

    int size() {
        return size;
    }

    /** The byte at {@code index}, 0-255; 0 beyond the end. */
    int at(int index) {
        if (index >= 0 && index < copied) {
            return head[index] & 0xFF;
        }
        return index < 0 || index >= size || data == null ? 0 : data.get(index) & 0xFF;
    }

    /** {@code count} bits, at most 24, from {@code bit} on, most significant first. */
    int bits(int bit, int count) {
        int value = 0;
        for (int i = bit; i < bit + count; i++) {
            value = value << 1 | (at(i >> 3) >> (7 - (i & 7)) & 1);
        }
        return value;
    }
}
