/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.tensor;

import io.tessera.imaging.Box;
import io.tessera.imaging.partition.Grid;
import io.tessera.imaging.partition.Layout;
import io.tessera.imaging.resample.RowSink;

/** Writes the rows of a layout's content into the planes of its tiles. */
final class TileSink implements RowSink {
    private static final int WHITE = 255;

    private final PlaneWriter writer;
    private final PlaneTables tables;
    private final Grid grid;
    private final int tile;
    private final Box content;

    TileSink(PlaneWriter writer, PlaneTables tables, Layout layout) {
        this.writer = writer;
        this.tables = tables;
        this.grid = layout.grid();
        this.tile = layout.tile();
        this.content = layout.content();
    }

    @Override
    public void row(int y, int[] planes, int planeInts) {
        for (int channel = 0; channel < 3; channel++) {
            writer.look(planes, channel * planeInts, content.width(), tables.of(channel));
            for (int column = 0; column < grid.columns(); column++) {
                int from = Math.max(content.x(), column * tile);
                int to = Math.min(content.x() + content.width(), (column + 1) * tile);
                if (from < to) {
                    writer.write(from - content.x(), to - from, at(channel, from, content.y() + y));
                }
            }
        }
    }

    /** Where a pixel of the canvas lies. */
    private int at(int channel, int x, int y) {
        int index = y / tile * grid.columns() + x / tile;
        return ((index * 3 + channel) * tile + y % tile) * tile + x % tile;
    }

    /** Fills what no content will cover. */
    void pad() {
        int height = grid.rows() * tile;
        int width = grid.columns() * tile;
        int right = content.x() + content.width();
        int bottom = content.y() + content.height();
        for (int y = 0; y < height; y++) {
            if (y < content.y() || y >= bottom) {
                white(0, width, y);
            } else {
                white(0, content.x(), y);
                white(right, width, y);
            }
        }
    }

    private void white(int from, int to, int y) {
        for (int x = from; x < to; x = (x / tile + 1) * tile) {
            int end = Math.min(to, (x / tile + 1) * tile);
            for (int channel = 0; channel < 3; channel++) {
                writer.fill(tables.of(channel)[WHITE], end - x, at(channel, x, y));
            }
        }
    }
}
