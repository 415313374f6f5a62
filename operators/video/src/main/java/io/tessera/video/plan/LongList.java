/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Longs in blocks, so that growing neither copies nor doubles. */
final class LongList {
    private static final int BLOCK = 1 << 14;

    private final List<long[]> blocks = new ArrayList<>();
    private int size;

    void add(long value) {
        if (size % BLOCK == 0) {
            blocks.add(new long[BLOCK]);
        }
        blocks.get(size / BLOCK)[size % BLOCK] = value;
        size++;
    }

    int size() {
        return size;
    }

    long get(int index) {
        return blocks.get(index / BLOCK)[index % BLOCK];
    }

    /** Those from index {@code from} on and not below {@code least}, in ascending order. */
    long[] sorted(int from, long least) {
        long[] all = new long[size - from];
        int kept = 0;
        for (int i = from; i < size; i++) {
            long value = get(i);
            if (value >= least) {
                all[kept++] = value;
            }
        }
        all = kept == all.length ? all : Arrays.copyOf(all, kept);
        Arrays.sort(all);
        return all;
    }
}
