/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.partition;

import static java.util.Objects.requireNonNull;

import io.tessera.imaging.Box;
import io.tessera.imaging.resample.Filter;
import io.tessera.imaging.resample.PassOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * What a strategy makes of a picture of a given size: a white canvas of {@code grid} tiles with the
 * resized picture in it.
 *
 * @param grid tiles of the canvas, shown to the model row by row
 * @param tile side of a tile in pixels
 * @param content where the resized picture lies on the canvas
 * @param filter kernel of the resize
 * @param order order of its passes
 * @param thumbnail whether the whole picture follows the tiles at the size of one
 * @param globalView whether the squashed canvas precedes the tiles
 * @param tokens what the model's sequence is made of
 */
public record Layout(
        Grid grid,
        int tile,
        Box content,
        Filter filter,
        PassOrder order,
        boolean thumbnail,
        boolean globalView,
        List<TokenRun> tokens) {
    public Layout {
        requireNonNull(filter, "filter is null");
        requireNonNull(order, "order is null");
        tokens = List.copyOf(tokens);
        if (!content.within(grid.columns() * tile, grid.rows() * tile)) {
            throw new IllegalArgumentException(
                    "%s does not lie on a canvas of %s tiles of %d".formatted(content, grid, tile));
        }
    }

    /** Pixels across of the canvas. */
    public int canvasWidth() {
        return grid.columns() * tile;
    }

    /** Pixels down of the canvas. */
    public int canvasHeight() {
        return grid.rows() * tile;
    }

    /** Tokens that the model sees for the picture, separators included. */
    public int tokenCount() {
        return tokens.stream().mapToInt(TokenRun::tokens).sum();
    }

    /** Pictures of one tile's size that the vision tower takes. */
    public int views() {
        return grid.tiles() + (thumbnail ? 1 : 0) + (globalView ? 1 : 0);
    }

    /** Where the tiles lie on the canvas, in the order shown to the model. */
    public List<Box> tiles() {
        List<Box> boxes = new ArrayList<>(grid.tiles());
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                boxes.add(new Box(column * tile, row * tile, tile, tile));
            }
        }
        return boxes;
    }
}
