/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.contract.input;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The bytes of one input, read by range. Not thread-safe. In the worker an implementation asks the
 * parent for the range; it knows no path and no address.
 */
public interface ByteSource extends Closeable {
    /** Length in bytes, known before anything is read. */
    long length();

    /**
     * Reads from {@code position} into {@code target} and returns how many bytes were read: at
     * least 1 while {@code position < length()} and the target has room, -1 at or beyond the end.
     *
     * @throws IllegalArgumentException if {@code position} is negative
     */
    int read(long position, ByteBuffer target) throws IOException;
}
