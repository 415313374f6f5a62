/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.contract.input;

import io.tessera.contract.codec.Digests;
import io.tessera.contract.failure.Code;
import io.tessera.contract.failure.InputFailure;
import io.tessera.v1.InputState;
import io.tessera.v1.RegionImage;
import java.nio.ByteBuffer;

/** A region over any one buffer: a mapped file in the worker, plain memory in tests. */
public final class HeapRegion implements Region {
    private final ByteBuffer memory;
    private int offset;
    private int length;

    /** Uses all of {@code memory}, from its position to its limit. */
    public HeapRegion(ByteBuffer memory) {
        this.memory = memory.slice();
    }

    /** A region of its own of {@code capacity} bytes. */
    public static HeapRegion ofCapacity(int capacity) {
        return new HeapRegion(ByteBuffer.allocateDirect(capacity));
    }

    @Override
    public ByteBuffer reserve(long bytes) throws InputFailure {
        long next = (long) offset + length;
        if (bytes < 0 || next + bytes > memory.capacity()) {
            throw new InputFailure(
                    InputState.REFUSED_LIMIT,
                    Code.LIMIT_REGION,
                    "result needs %d bytes, %d of %d are left in the region; raise limit.region"
                            .formatted(bytes, memory.capacity() - next, memory.capacity()));
        }
        offset = Math.toIntExact(next);
        length = Math.toIntExact(bytes);
        return memory.slice(offset, length);
    }

    @Override
    public RegionImage rgb(String name, int width, int height, int rows, int columns) {
        if (3L * width * height != length) {
            throw new IllegalStateException(
                    "%s is %dx%d pixels but %d bytes were reserved"
                            .formatted(name, width, height, length));
        }
        return describe(name, "RGB", width, height, rows, columns);
    }

    @Override
    public RegionImage object(String name, String extension, int width, int height) {
        return describe(name, extension, width, height, 0, 0);
    }

    /** The bytes of something that was described. */
    public ByteBuffer bytesOf(RegionImage image) {
        return memory.slice(Math.toIntExact(image.getOffset()), Math.toIntExact(image.getLength()));
    }

    private RegionImage describe(
            String name, String format, int width, int height, int rows, int columns) {
        return new RegionImage(
                name,
                format,
                (long) offset,
                (long) length,
                width,
                height,
                Digests.sha256(memory.slice(offset, length)),
                rows,
                columns);
    }
}
