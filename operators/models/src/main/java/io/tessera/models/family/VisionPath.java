/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.family;

import io.tessera.imaging.RgbImage;
import io.tessera.imaging.composite.VideoComposite;
import io.tessera.imaging.family.Partitions;
import io.tessera.imaging.partition.Cutter;
import io.tessera.imaging.partition.Layout;
import io.tessera.imaging.partition.Partition;
import io.tessera.imaging.partition.Pieces;
import io.tessera.imaging.resample.Resampler;
import io.tessera.imaging.tensor.ElementType;
import io.tessera.imaging.tensor.GlobalView;
import io.tessera.imaging.tensor.Normaliser;
import io.tessera.models.checkpoint.Checkpoint;
import io.tessera.models.checkpoint.Family;
import io.tessera.models.torch.Rows;
import io.tessera.models.torch.TorchTower;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * From pixels to rows of the decoder: cut as the family cuts, normalise, tower, projector. Used by
 * one thread at a time.
 */
public final class VisionPath implements AutoCloseable {
    /** XComposer-2.5 gives each of several pictures this budget, whatever was asked for. */
    private static final String HD_NUM_OF_SEVERAL = "6";

    private static final int WHITE = 0xFFFFFF;

    private final Family family;
    private final int side;
    private final TorchTower tower;
    private final Resampler resampler = new Resampler();
    private final Cutter cutter = new Cutter(resampler);

    /** Takes over the tower, which closing closes. */
    public VisionPath(Checkpoint checkpoint, TorchTower tower) {
        this.family = checkpoint.family();
        this.side = checkpoint.tower().side();
        this.tower = tower;
    }

    /**
     * How a picture will be cut.
     *
     * @param options the family's published parameters
     * @param pictures how many pictures the request has
     */
    public Partition partition(boolean video, Map<String, String> options, int pictures) {
        Map<String, String> used = new TreeMap<>(options);
        String strategy = family.id();
        if (family == Family.XCOMPOSER2) {
            used.clear();
            used.put("img_size", Integer.toString(side));
        } else if (family == Family.XCOMPOSER2D5 && video) {
            used.clear();
            strategy = "xcomposer2d5-video";
        } else if (family == Family.XCOMPOSER2D5 && pictures > 1) {
            used.put("hd_num", HD_NUM_OF_SEVERAL);
        }
        return Partitions.of(strategy, used);
    }

    /** Positions that a picture takes in a prompt, without looking at its pixels. */
    public int positions(Picture picture, Map<String, String> options, int pictures) {
        Partition partition = partition(picture.video(), options, pictures);
        if (picture.video() && family == Family.XCOMPOSER2D5) {
            VideoComposite composite = VideoComposite.of(VideoComposite.sizes(picture.frames()));
            return partition.layout(composite.width(), composite.height()).tokenCount();
        }
        RgbImage image = picture.frames().get(0);
        return partition.layout(image.width(), image.height()).tokenCount();
    }

    /** The rows of a picture; the caller closes them. */
    public Rows features(Picture picture, Map<String, String> options, int pictures) {
        Views views = views(picture, options, pictures);
        return tower.features(views, views.count(), views.rows(), views.columns());
    }

    /** The tower's output for the first view of a picture, to find a fault. */
    public float[] towerOutput(Picture picture, Map<String, String> options, int pictures) {
        return tower.towerOutput(views(picture, options, pictures), 0);
    }

    private Views views(Picture picture, Map<String, String> options, int pictures) {
        Partition partition = partition(picture.video(), options, pictures);
        RgbImage image = picture.frames().get(0);
        if (picture.video() && family == Family.XCOMPOSER2D5) {
            image = composite(picture);
        }
        return new Views(cutter.cut(image, partition), partition);
    }

    private RgbImage composite(Picture picture) {
        VideoComposite composite = VideoComposite.of(VideoComposite.sizes(picture.frames()));
        RgbImage canvas = composite.draw(picture.frames(), resampler);
        for (int i = 0; picture.blankLabels() && i < picture.frames().size(); i++) {
            canvas.fill(composite.labelBox(i), WHITE);
        }
        return canvas;
    }

    /** The pictures of one tile's size that go through the tower, in order. */
    private static final class Views implements TorchTower.Tiles {
        private final Pieces pieces;
        private final Partition partition;
        private final List<RgbImage> tiles;
        private final Normaliser normaliser;

        Views(Pieces pieces, Partition partition) {
            this.pieces = pieces;
            this.partition = partition;
            this.tiles = new ArrayList<>(pieces.tiles());
            pieces.thumbnail().ifPresent(tiles::add);
            this.normaliser = new Normaliser(partition.statistics(), ElementType.FLOAT32);
        }

        int count() {
            return pieces.layout().views();
        }

        int rows() {
            return pieces.layout().grid().rows();
        }

        int columns() {
            return pieces.layout().grid().columns();
        }

        @Override
        public void write(int index, ByteBuffer target) {
            Layout layout = pieces.layout();
            if (!layout.globalView()) {
                normaliser.write(tiles.get(index), target);
            } else if (index > 0) {
                normaliser.write(tiles.get(index - 1), target);
            } else {
                float[] view =
                        GlobalView.of(pieces.canvas(), layout.tile(), partition.statistics());
                target.order(ByteOrder.nativeOrder()).asFloatBuffer().put(view);
            }
        }
    }

    @Override
    public void close() {
        tower.close();
    }
}
