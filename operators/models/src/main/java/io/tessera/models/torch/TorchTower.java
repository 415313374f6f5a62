/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.torch;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import io.tessera.models.checkpoint.Checkpoint;
import io.tessera.models.checkpoint.Family;
import io.tessera.models.checkpoint.TowerShape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * A vision tower and its projector in native memory: normalised tiles in, rows of the decoder's
 * width out. Thread-safe.
 */
public final class TorchTower implements AutoCloseable {
    private final Family family;
    private final TowerShape shape;
    private final PtNDManager manager;
    private final TorchModule tower;
    private final TorchModule projector;

    private TorchTower(
            Checkpoint checkpoint, PtNDManager manager, TorchModule tower, TorchModule projector) {
        this.family = checkpoint.family();
        this.shape = checkpoint.tower();
        this.manager = manager;
        this.tower = tower;
        this.projector = projector;
    }

    /**
     * Loads the tower and projector of a checkpoint whose inventory is usable.
     *
     * @param bf16 whether the tower computes in bfloat16; the projector is always float32
     */
    public static TorchTower load(Checkpoint checkpoint, boolean bf16) {
        PtNDManager manager = TorchRuntime.instance().newManager();
        boolean clip = checkpoint.tower().kind() == TowerShape.Kind.CLIP;
        TorchModule tower = new TorchModule(clip ? "ClipTower" : "InternVit", manager);
        TorchModule projector = new TorchModule("Projector", manager);
        try (PtNDManager scratch = (PtNDManager) manager.newSubManager();
                WeightReader weights = new WeightReader(checkpoint, scratch)) {
            new TowerLoader(checkpoint, weights, bf16, scratch).load(tower, projector, manager);
        } catch (RuntimeException e) {
            manager.close();
            throw e;
        }
        return new TorchTower(checkpoint, manager, tower, projector);
    }

    /** Hands over the tiles of a picture one by one. */
    @FunctionalInterface
    public interface Tiles {
        /**
         * Writes tile {@code index}, [3, side, side] float32 and normalised, into the buffer from
         * its position on.
         */
        void write(int index, ByteBuffer target);
    }

    /**
     * Rows of one picture. Tiles go through the tower one at a time, so that memory stays that of
     * one and no tile feels its neighbours.
     *
     * @param tiles in the order of the family: with the global view first (XComposer-2.5 and 4KHD),
     *     the thumbnail last (InternVL)
     * @param count how many there are
     * @param rows rows of the grid of tiles, without global view or thumbnail
     * @param columns columns of the grid
     */
    public Rows features(Tiles tiles, int count, int rows, int columns) {
        try (PtNDManager scope = (PtNDManager) manager.newSubManager()) {
            List<PtNDArray> outputs = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                outputs.add(output(scope, tiles, i));
            }
            PtNDArray all =
                    count == 1 ? outputs.get(0) : projector.tensor(scope, "joined", outputs);
            return new Rows(
                    switch (family) {
                        case XCOMPOSER2 -> projector.tensor(manager, "plain", all);
                        case INTERNVL2_5 -> projector.tensor(manager, "internvl", all);
                        case XCOMPOSER2D5, XCOMPOSER2_4KHD ->
                                projector.tensor(manager, "tiled", all, rows, columns);
                    },
                    family.xcomposer());
        }
    }

    /** Output of the tower alone for one tile, [patches, width], with InternViT's class row. */
    public float[] towerOutput(Tiles tiles, int index) {
        try (PtNDManager scope = (PtNDManager) manager.newSubManager()) {
            return output(scope, tiles, index).toFloatArray();
        }
    }

    private PtNDArray output(PtNDManager scope, Tiles tiles, int index) {
        int side = shape.side();
        ByteBuffer buffer =
                ByteBuffer.allocateDirect(3 * side * side * Float.BYTES)
                        .order(ByteOrder.nativeOrder());
        tiles.write(index, buffer);
        try (PtNDArray pixels =
                scope.create(
                        buffer.rewind().asFloatBuffer(),
                        new Shape(1, 3, side, side),
                        DataType.FLOAT32)) {
            return tower.tensor(scope, "forward", pixels);
        }
    }

    @Override
    public void close() {
        tower.close();
        projector.close();
        manager.close();
    }
}
