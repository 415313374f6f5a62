/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.partition;

import static java.util.Objects.requireNonNull;

import io.tessera.imaging.Box;
import io.tessera.imaging.RgbImage;
import io.tessera.imaging.resample.ImageSink;
import io.tessera.imaging.resample.PassOrder;
import io.tessera.imaging.resample.Resampler;
import io.tessera.imaging.resample.Target;
import java.util.ArrayList;
import java.util.List;

/** Cuts pictures into the tiles of a layout. An instance serves one thread at a time. */
public final class Cutter {
    private static final int WHITE = 0xFFFFFF;

    private final Resampler resampler;

    /** A cutter on the fastest loops of this runtime. */
    public Cutter() {
        this(new Resampler());
    }

    /** A cutter on the given resampler, which it alone uses. */
    public Cutter(Resampler resampler) {
        this.resampler = requireNonNull(resampler, "resampler is null");
    }

    /**
     * Cuts a picture.
     *
     * @throws IllegalArgumentException if the strategy refuses a picture of that size
     */
    public Pieces cut(RgbImage image, Partition partition) {
        Layout layout = partition.layout(image.width(), image.height());
        return cut(image, layout, RgbImage.allocate(layout.canvasWidth(), layout.canvasHeight()));
    }

    /**
     * As {@link #cut(RgbImage, Partition)}, into a canvas of the caller.
     *
     * @param canvas of the layout's canvas size; overwritten
     */
    public Pieces cut(RgbImage image, Layout layout, RgbImage canvas) {
        if (canvas.width() != layout.canvasWidth() || canvas.height() != layout.canvasHeight()) {
            throw new IllegalArgumentException(
                    "%s is not of the canvas size %dx%d"
                            .formatted(canvas, layout.canvasWidth(), layout.canvasHeight()));
        }
        Box content = layout.content();
        whiten(canvas, content);
        List<Target> targets = new ArrayList<>();
        targets.add(
                new Target(
                        content.width(),
                        content.height(),
                        layout.filter(),
                        layout.order(),
                        new ImageSink(canvas.crop(content))));
        RgbImage thumbnail = null;
        if (layout.thumbnail()) {
            thumbnail = RgbImage.allocate(layout.tile(), layout.tile());
            targets.add(
                    new Target(
                            layout.tile(),
                            layout.tile(),
                            layout.filter(),
                            PassOrder.ACROSS_FIRST,
                            new ImageSink(thumbnail)));
        }
        resampler.resize(image, targets);
        List<RgbImage> tiles = layout.tiles().stream().map(canvas::crop).toList();
        return new Pieces(layout, canvas, tiles, thumbnail);
    }

    private static void whiten(RgbImage canvas, Box content) {
        int right = content.x() + content.width();
        int bottom = content.y() + content.height();
        canvas.fill(new Box(0, 0, canvas.width(), content.y()), WHITE);
        canvas.fill(new Box(0, bottom, canvas.width(), canvas.height() - bottom), WHITE);
        canvas.fill(new Box(0, content.y(), content.x(), content.height()), WHITE);
        canvas.fill(new Box(right, content.y(), canvas.width() - right, content.height()), WHITE);
    }
}
