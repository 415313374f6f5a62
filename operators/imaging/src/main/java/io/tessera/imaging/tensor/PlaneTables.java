/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.tensor;

/** What each byte becomes, a table a channel: the stored bits. */
final class PlaneTables {
    private final int[][] tables = new int[3][256];

    PlaneTables(Statistics statistics, ElementType type) {
        for (int channel = 0; channel < 3; channel++) {
            for (int value = 0; value < 256; value++) {
                tables[channel][value] = type.bits(statistics.normalise(value, channel));
            }
        }
    }

    /** The table of a channel; not to be written. */
    int[] of(int channel) {
        return tables[channel];
    }
}
