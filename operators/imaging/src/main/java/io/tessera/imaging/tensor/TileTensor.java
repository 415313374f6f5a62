/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.tensor;

import static java.util.Objects.requireNonNull;

import io.tessera.imaging.Box;
import io.tessera.imaging.RgbImage;
import io.tessera.imaging.partition.Layout;
import io.tessera.imaging.resample.PassOrder;
import io.tessera.imaging.resample.Resampler;
import io.tessera.imaging.resample.Target;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts, resamples, pads and normalises in one pass, straight into the tensor that a vision tower
 * takes: [tiles, 3, side, side] in the order shown to the model, thumbnail last, in the machine's
 * byte order. Nothing of the picture's size is held in between. Serves one thread at a time.
 *
 * <p>The numbers are those of cutting first and normalising then, to the bit.
 */
public final class TileTensor {
    private final Resampler resampler;
    private final ElementType type;
    private final PlaneTables tables;

    /** A writer on the given resampler, which it alone uses. */
    public TileTensor(Resampler resampler, Statistics statistics, ElementType type) {
        this.resampler = requireNonNull(resampler, "resampler is null");
        this.type = requireNonNull(type, "type is null");
        this.tables = new PlaneTables(statistics, type);
    }

    /** Bytes of the tensor; the global view, if there is one, is not part of it. */
    public long byteCount(Layout layout) {
        long views = (long) layout.grid().tiles() + (layout.thumbnail() ? 1 : 0);
        return 3 * views * layout.tile() * layout.tile() * type.bytes();
    }

    /**
     * Writes the tiles from the buffer's position on, and moves the position past them.
     *
     * @param layout of a picture of this size
     * @param target heap or direct; its own byte order does not matter
     * @throws IllegalArgumentException if it has too little room
     */
    public void write(RgbImage image, Layout layout, ByteBuffer target) {
        long bytes = byteCount(layout);
        if (target.remaining() < bytes) {
            throw new IllegalArgumentException(
                    "%d tiles of %d pixels need %d bytes of %s; the buffer has room for %d"
                            .formatted(
                                    layout.grid().tiles(),
                                    layout.tile(),
                                    bytes,
                                    type,
                                    target.remaining()));
        }
        Box content = layout.content();
        int tile = layout.tile();
        TileSink tiles =
                new TileSink(
                        PlaneWriter.of(target, type, Math.max(content.width(), tile)),
                        tables,
                        layout);
        tiles.pad();
        List<Target> targets = new ArrayList<>();
        targets.add(
                new Target(
                        content.width(), content.height(), layout.filter(), layout.order(), tiles));
        if (layout.thumbnail()) {
            PlaneWriter writer = PlaneWriter.of(target, type, tile);
            int first = layout.grid().tiles() * 3 * tile * tile;
            targets.add(
                    new Target(
                            tile,
                            tile,
                            layout.filter(),
                            PassOrder.ACROSS_FIRST,
                            (y, planes, planeInts) -> {
                                for (int channel = 0; channel < 3; channel++) {
                                    int from = channel * planeInts;
                                    writer.look(planes, from, tile, tables.of(channel));
                                    writer.write(0, tile, first + (channel * tile + y) * tile);
                                }
                            }));
        }
        resampler.resize(image, targets);
        target.position(target.position() + (int) bytes);
    }
}
