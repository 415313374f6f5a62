/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.partition;

import io.tessera.imaging.Box;
import io.tessera.imaging.resample.Filter;
import io.tessera.imaging.resample.PassOrder;
import io.tessera.imaging.tensor.Statistics;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * InternLM-XComposer2: the whole picture squashed into one square, shape not kept.
 *
 * <p>Source: InternLM-XComposer2 {@code modeling_internlm_xcomposer2.py}, vision processor: 490
 * pixels in the chat checkpoints, 224 in the one for free-form composition.
 */
public final class SquarePartition implements Partition {
    private static final int PATCH = 14;
    private static final int MAX_SIDE = 2240;

    private final int side;

    /**
     * Makes the partition.
     *
     * @param side pixels, a multiple of 14; the checkpoint's {@code img_size}
     */
    public SquarePartition(int side) {
        if (side < PATCH || side > MAX_SIDE || side % PATCH != 0) {
            throw new IllegalArgumentException(
                    "img_size is %d; it must be a multiple of %d up to %d"
                            .formatted(side, PATCH, MAX_SIDE));
        }
        this.side = side;
    }

    @Override
    public String strategy() {
        return "xcomposer2";
    }

    @Override
    public Statistics statistics() {
        return Statistics.CLIP;
    }

    @Override
    public SortedMap<String, String> options() {
        return new TreeMap<>(Map.of("img_size", Integer.toString(side)));
    }

    @Override
    public Layout layout(int width, int height) {
        int cells = side / PATCH;
        return new Layout(
                new Grid(1, 1),
                side,
                new Box(0, 0, side, side),
                Filter.BICUBIC,
                PassOrder.ACROSS_FIRST,
                false,
                false,
                List.of(new TokenRun(TokenRun.Part.TILE, 0, cells, cells, false)));
    }
}
