/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.partition;

import io.tessera.imaging.Box;
import io.tessera.imaging.resample.Filter;
import io.tessera.imaging.resample.PassOrder;
import io.tessera.imaging.tensor.Statistics;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * InternVL 2.5: the grid whose shape is closest to the picture's, shape not kept, with the whole
 * picture as a thumbnail at the end where there is more than one tile. A frame of a video takes
 * {@link #frame}: one tile.
 *
 * <p>Source: OpenGVLab/InternVL {@code internvl_chat/internvl/train/dataset.py} ({@code
 * dynamic_preprocess}, {@code find_closest_aspect_ratio}) and the model card's example.
 */
public final class InternVlPartition implements Partition {
    private static final int TILE = 448;
    private static final int CELLS = TILE / 28;

    /** Most tiles that may be asked for. */
    public static final int MAX_TILES = 256;

    private final String strategy;
    private final int minNum;
    private final int maxNum;
    private final boolean useThumbnail;

    private InternVlPartition(String strategy, int minNum, int maxNum, boolean useThumbnail) {
        if (minNum < 1 || maxNum < minNum || maxNum > MAX_TILES) {
            throw new IllegalArgumentException(
                    "min_num is %d and max_num %d; they must rise from 1 to at most %d"
                            .formatted(minNum, maxNum, MAX_TILES));
        }
        this.strategy = strategy;
        this.minNum = minNum;
        this.maxNum = maxNum;
        this.useThumbnail = useThumbnail;
    }

    /**
     * Stills.
     *
     * @param minNum fewest tiles; published: 1
     * @param maxNum most tiles, thumbnail not counted; published: 12
     * @param useThumbnail whether the whole picture follows more than one tile; published: true
     */
    public static InternVlPartition stills(int minNum, int maxNum, boolean useThumbnail) {
        return new InternVlPartition("internvl2_5", minNum, maxNum, useThumbnail);
    }

    /** Frames of a video: one tile each, no thumbnail. */
    public static InternVlPartition frame() {
        return new InternVlPartition("internvl2_5-video", 1, 1, true);
    }

    @Override
    public String strategy() {
        return strategy;
    }

    @Override
    public Statistics statistics() {
        return Statistics.IMAGENET;
    }

    @Override
    public SortedMap<String, String> options() {
        SortedMap<String, String> options = new TreeMap<>();
        options.put("min_num", Integer.toString(minNum));
        options.put("max_num", Integer.toString(maxNum));
        options.put("use_thumbnail", Boolean.toString(useThumbnail));
        return options;
    }

    @Override
    public Layout layout(int width, int height) {
        Grid grid = closest(width, height);
        boolean thumbnail = useThumbnail && grid.tiles() > 1;
        List<TokenRun> tokens = new ArrayList<>();
        for (int i = 0; i < grid.tiles(); i++) {
            tokens.add(new TokenRun(TokenRun.Part.TILE, i, CELLS, CELLS, false));
        }
        if (thumbnail) {
            tokens.add(new TokenRun(TokenRun.Part.THUMBNAIL, 0, CELLS, CELLS, false));
        }
        return new Layout(
                grid,
                TILE,
                new Box(0, 0, grid.columns() * TILE, grid.rows() * TILE),
                Filter.BICUBIC,
                PassOrder.ACROSS_FIRST,
                thumbnail,
                false,
                tokens);
    }

    /** Grids in order of their area; among equal areas no two are equally close. */
    private Grid closest(int width, int height) {
        double shape = (double) width / height;
        double area = (double) width * height;
        double least = Double.POSITIVE_INFINITY;
        Grid best = new Grid(1, 1);
        for (int tiles = minNum; tiles <= maxNum; tiles++) {
            for (int columns = 1; columns <= tiles; columns++) {
                if (tiles % columns != 0) {
                    continue;
                }
                int rows = tiles / columns;
                double distance = Math.abs(shape - (double) columns / rows);
                boolean largeEnough = area > 0.5 * TILE * TILE * tiles;
                if (distance < least || (distance == least && largeEnough)) {
                    least = distance;
                    best = new Grid(rows, columns);
                }
            }
        }
        return best;
    }
}
