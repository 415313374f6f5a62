/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker;

import io.tessera.contract.input.HeapRegion;
import io.tessera.contract.input.Region;
import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The region file that is mapped at the moment; the one before it is unmapped. */
final class MappedRegion implements AutoCloseable {
    private @Nullable String file;
    private @Nullable MappedByteBuffer memory;

    /** An empty region over the first {@code bytes} of a file. */
    Region of(String path, long bytes) throws IOException {
        MappedByteBuffer mapped = memory;
        if (mapped == null || !path.equals(file) || mapped.capacity() != bytes) {
            close();
            mapped = Mapping.map(Path.of(path), bytes);
            memory = mapped;
            file = path;
        }
        return new HeapRegion(mapped.duplicate().clear());
    }

    @Override
    public void close() {
        MappedByteBuffer mapped = memory;
        memory = null;
        if (mapped != null) {
            Mapping.unmap(mapped);
        }
    }
}
