/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.partition;

import io.tessera.imaging.tensor.Statistics;
import java.util.SortedMap;

/** A named way of cutting a picture into tiles. Immutable; equal sizes give equal layouts. */
public interface Partition {
    /** Name of the strategy, for example {@code xcomposer2d5}. */
    String strategy();

    /** The options in force, by their published names. */
    SortedMap<String, String> options();

    /** Statistics that the tiles are normalised with. */
    Statistics statistics();

    /**
     * Lays out a picture.
     *
     * @throws IllegalArgumentException if the picture is too narrow for the strategy; says so with
     *     the size
     */
    Layout layout(int width, int height);
}
