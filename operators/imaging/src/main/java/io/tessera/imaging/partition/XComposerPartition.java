/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.partition;

import static java.util.Objects.requireNonNull;

import io.tessera.imaging.Box;
import io.tessera.imaging.resample.Filter;
import io.tessera.imaging.resample.PassOrder;
import io.tessera.imaging.tensor.Statistics;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The scaled identity of InternLM-XComposer-2.5 and 2-4KHD: the picture keeps its shape, its long
 * side becomes a whole number of tiles within a budget, the rest of the canvas is white. Portraits
 * are laid out as their transposed landscapes.
 *
 * <p>Sources: 2.5 {@code ixc_utils.py} of the published model ({@code Image_transform}); its
 * fine-tuning and demo code {@code finetune/ixc_utils.py}, {@code gradio_demo/*} (centred, 1.5
 * times); VLMEvalKit {@code vlmeval/vlm/xcomposer}; 2-4KHD {@code finetune/ixc_utils.py} ({@code
 * HD_transform}).
 */
public final class XComposerPartition implements Partition {
    /** Where the white part goes, in the landscape frame. */
    public enum Padding {
        /** Below the picture. */
        END,
        /** Half above it, half below. */
        CENTRE
    }

    /** Most tiles that may be asked for. */
    public static final int MAX_TILES = 256;

    private final String strategy;
    private final int tile;
    private final int hdNum;
    private final double scale;
    private final Padding padding;

    private XComposerPartition(
            String strategy, int tile, int hdNum, double scale, Padding padding) {
        if (hdNum < 1 || hdNum > MAX_TILES) {
            throw new IllegalArgumentException(
                    "hd_num is %d; it must be 1 to %d".formatted(hdNum, MAX_TILES));
        }
        if (!(scale > 0)) {
            throw new IllegalArgumentException(
                    "scale is %s; it must be above 0, or none".formatted(scale));
        }
        this.strategy = strategy;
        this.tile = tile;
        this.hdNum = hdNum;
        this.scale = scale;
        this.padding = requireNonNull(padding, "padding is null");
    }

    /**
     * InternLM-XComposer-2.5.
     *
     * @param hdNum most tiles
     * @param scale how far the picture may be enlarged: its long side takes at most {@code
     *     ceil(scale * length / 560)} tiles; empty for no such cap
     * @param padding where the white part goes
     */
    public static XComposerPartition xcomposer25(int hdNum, OptionalDouble scale, Padding padding) {
        return new XComposerPartition(
                "xcomposer2d5", 560, hdNum, scale.orElse(Double.POSITIVE_INFINITY), padding);
    }

    /**
     * 2.5 as the published model's {@code chat} does it: 24 tiles, never enlarged, padded below.
     */
    public static XComposerPartition hub() {
        return xcomposer25(24, OptionalDouble.of(1.0), Padding.END);
    }

    /** 2.5 as its demos and fine-tuning do it: 18 tiles, at most 1.5 times, centred. */
    public static XComposerPartition demo() {
        return xcomposer25(18, OptionalDouble.of(1.5), Padding.CENTRE);
    }

    /** 2.5 as its published benchmark figures were taken: 36 tiles, at most 1.5 times, centred. */
    public static XComposerPartition evaluation() {
        return xcomposer25(36, OptionalDouble.of(1.5), Padding.CENTRE);
    }

    /**
     * InternLM-XComposer2-4KHD: small pictures are enlarged to fill the budget, centred.
     *
     * @param hdNum most tiles of 336 pixels; 25, 55 and 65 were published
     */
    public static XComposerPartition xcomposer4khd(int hdNum) {
        return new XComposerPartition(
                "xcomposer2-4khd", 336, hdNum, Double.POSITIVE_INFINITY, Padding.CENTRE);
    }

    @Override
    public String strategy() {
        return strategy;
    }

    @Override
    public Statistics statistics() {
        return Statistics.CLIP;
    }

    @Override
    public SortedMap<String, String> options() {
        SortedMap<String, String> options = new TreeMap<>();
        options.put("hd_num", Integer.toString(hdNum));
        if (tile == 560) {
            options.put("padding", padding == Padding.END ? "end" : "centre");
            options.put("scale", Double.isInfinite(scale) ? "none" : Double.toString(scale));
        }
        return options;
    }

    @Override
    public Layout layout(int width, int height) {
        boolean portrait = width < height;
        int across = portrait ? height : width;
        int down = portrait ? width : height;
        double ratio = (double) across / down;
        int columns = columns(ratio);
        columns = (int) Math.min(Math.ceil(scale * across / tile), columns);
        int newWidth = tile * columns;
        int newHeight = (int) (newWidth / ratio);
        if (newHeight < 1) {
            throw new IllegalArgumentException(
                    "a picture of %dx%d is too narrow for %s: scaled to %d pixels its other side vanishes; crop it first"
                            .formatted(width, height, strategy, newWidth));
        }
        int rows = (int) Math.ceil((double) newHeight / tile);
        int top = padding == Padding.END ? 0 : (rows * tile - newHeight) / 2;
        Grid grid = new Grid(rows, columns);
        Box content = new Box(0, top, newWidth, newHeight);
        if (portrait) {
            grid = grid.transposed();
            content = new Box(top, 0, newHeight, newWidth);
        }
        return new Layout(
                grid,
                tile,
                content,
                Filter.BILINEAR,
                portrait ? PassOrder.DOWN_FIRST : PassOrder.ACROSS_FIRST,
                false,
                true,
                Merged.tokens(grid, tile));
    }

    private int columns(double ratio) {
        int columns = 1;
        while (columns * Math.ceil(columns / ratio) <= hdNum) {
            columns++;
        }
        return columns - 1;
    }
}
