/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.inspect;

import io.tessera.imaging.RgbImage;
import io.tessera.imaging.family.Family;
import io.tessera.imaging.family.VideoPieces;
import io.tessera.imaging.partition.Layout;
import io.tessera.imaging.partition.Partition;
import io.tessera.imaging.partition.Pieces;
import io.tessera.imaging.tensor.GlobalView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What {@code inspect --json} tells of a file.
 *
 * @param family its name
 * @param strategy the partition's name
 * @param options in force
 * @param canvas pixels across and down; of one frame where each is seen on its own
 * @param grid rows and columns, likewise
 * @param tokens in all
 * @param tiles SHA-256 of the RGB bytes of every tile, in the order shown to the model
 * @param thumbnail SHA-256 of the thumbnail's; null where there is none
 * @param globalMean mean a channel of the normalised global view; null where there is none
 */
public record Inspection(
        String family,
        String strategy,
        SortedMap<String, String> options,
        List<Integer> canvas,
        List<Integer> grid,
        int tokens,
        List<String> tiles,
        @Nullable String thumbnail,
        @Nullable List<Double> globalMean) {
    public Inspection {
        options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
        canvas = List.copyOf(canvas);
        grid = List.copyOf(grid);
        tiles = List.copyOf(tiles);
        globalMean = globalMean == null ? null : List.copyOf(globalMean);
    }

    /** Of a still, cut by {@code family.still(1)}. */
    public static Inspection of(Family family, Pieces pieces) {
        return of(
                family,
                family.still(1),
                pieces,
                pieces.tileDigests(),
                pieces.layout().tokenCount());
    }

    /** Of a video. */
    public static Inspection of(Family family, VideoPieces video) {
        return of(
                family,
                family.video(),
                video.pieces().get(0),
                video.tileDigests(),
                video.tokenCount());
    }

    private static Inspection of(
            Family family, Partition partition, Pieces pieces, List<String> tiles, int tokens) {
        Layout layout = pieces.layout();
        return new Inspection(
                family.name(),
                partition.strategy(),
                family.options(),
                List.of(layout.canvasWidth(), layout.canvasHeight()),
                List.of(layout.grid().rows(), layout.grid().columns()),
                tokens,
                tiles,
                pieces.thumbnail().map(RgbImage::sha256).orElse(null),
                layout.globalView() ? mean(partition, pieces) : null);
    }

    private static List<Double> mean(Partition partition, Pieces pieces) {
        int side = pieces.layout().tile();
        float[] view = GlobalView.of(pieces.canvas(), side, partition.statistics());
        int plane = side * side;
        List<Double> means = new ArrayList<>();
        for (int channel = 0; channel < 3; channel++) {
            double sum = 0;
            for (int i = 0; i < plane; i++) {
                sum += view[channel * plane + i];
            }
            means.add(sum / plane);
        }
        return means;
    }
}
