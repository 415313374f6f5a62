/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.pool;

import io.tessera.v1.RegionImage;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;

/** A region file in the hands of one unit. Thread-safe. */
final class GrantedRegion implements WorkerPool.Granted {
    private final RegionBudget budget;
    private final RegionFile file;
    private final AtomicBoolean closed = new AtomicBoolean();

    GrantedRegion(RegionBudget budget, RegionFile file) {
        this.budget = budget;
        this.file = file;
    }

    RegionFile file() {
        return file;
    }

    @Override
    public ByteBuffer bytesOf(RegionImage image) {
        if (closed.get()) {
            throw new IllegalStateException("the region was given back: " + image.getName());
        }
        return file.memory()
                .slice(Math.toIntExact(image.getOffset()), Math.toIntExact(image.getLength()))
                .asReadOnlyBuffer();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            budget.release(file);
        }
    }
}
