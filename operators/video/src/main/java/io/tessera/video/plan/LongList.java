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

    /** Those from index {@code from} on, in ascending order. */
    long[] sorted(int from) {
        long[] all = new long[size - from];
        for (int i = from; i < size; i++) {
            all[i - from] = get(i);
        }
        Arrays.sort(all);
        return all;
    }
}
