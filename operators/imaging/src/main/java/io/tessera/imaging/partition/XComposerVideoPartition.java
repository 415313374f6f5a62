/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.partition;

import io.tessera.imaging.Box;
import io.tessera.imaging.resample.Filter;
import io.tessera.imaging.resample.PassOrder;
import io.tessera.imaging.tensor.Statistics;
import java.util.Collections;
import java.util.SortedMap;

/**
 * The cut of InternLM-XComposer-2.5's video composite: its short side becomes one tile, its long
 * side as many as it needs, white at the end. There is no budget: tokens grow with the frames.
 *
 * <p>Source: 2.5 {@code ixc_utils.py} of the published model ({@code Video_transform}).
 */
public final class XComposerVideoPartition implements Partition {
    private static final int TILE = 560;

    @Override
    public String strategy() {
        return "xcomposer2d5-video";
    }

    @Override
    public Statistics statistics() {
        return Statistics.CLIP;
    }

    @Override
    public SortedMap<String, String> options() {
        return Collections.emptySortedMap();
    }

    @Override
    public Layout layout(int width, int height) {
        boolean portrait = width < height;
        int across = portrait ? height : width;
        int down = portrait ? width : height;
        double ratio = (double) across / down;
        double length = TILE * ratio;
        if (length > (double) TILE * XComposerPartition.MAX_TILES) {
            throw new IllegalArgumentException(
                    "a composite of %dx%d needs more than %d tiles; take fewer frames"
                            .formatted(width, height, XComposerPartition.MAX_TILES));
        }
        int newWidth = (int) length;
        int tiles = (int) Math.ceil((double) newWidth / TILE);
        Grid grid = portrait ? new Grid(tiles, 1) : new Grid(1, tiles);
        Box content = portrait ? new Box(0, 0, TILE, newWidth) : new Box(0, 0, newWidth, TILE);
        return new Layout(
                grid,
                TILE,
                content,
                Filter.BILINEAR,
                portrait ? PassOrder.DOWN_FIRST : PassOrder.ACROSS_FIRST,
                false,
                true,
                Merged.tokens(grid, TILE));
    }
}
