/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker.chunk.text;

import java.util.Optional;

/**
 * A cheap test for what could be text or a code: places where sharp edges of both directions - into
 * a stroke and out of it - stand close together in a row. A picture without such a place costs a
 * look at its pixels and nothing more.
 */
final class StrokeField {
    private static final int CELL = 16;
    private static final int SHARP = 40;
    private static final int FEWEST_EDGES = 20;
    private static final int MOST_EDGES = 150;
    private static final int SHORTEST_ROW = 3;

    /** Layout analysis fails on text that stands close to the edge. */
    private static final int MARGIN = 4;

    /** A rectangle in pixels. */
    record Area(int x, int y, int width, int height) {
        /** The same area of a picture that is {@code factor} times as large. */
        Area times(int factor) {
            return new Area(factor * x, factor * y, factor * width, factor * height);
        }

        /** The least area around one or both. */
        static Area around(Optional<Area> one, Optional<Area> other) {
            Area a = one.or(() -> other).orElseThrow();
            Area b = other.orElse(a);
            int left = Math.min(a.x, b.x);
            int top = Math.min(a.y, b.y);
            int right = Math.max(a.x + a.width, b.x + b.width);
            int bottom = Math.max(a.y + a.height, b.y + b.height);
            return new Area(left, top, right - left, bottom - top);
        }
    }

    private StrokeField() {}

    /** The rectangle around all such places, with a margin, or empty where there are none. */
    static Optional<Area> find(GreyPicture picture) {
        int columns = picture.width() / CELL;
        int rows = picture.height() / CELL;
        byte[] line = new byte[picture.width()];
        int left = columns;
        int right = -1;
        int top = rows;
        int bottom = -1;
        for (int row = 0; row < rows; row++) {
            int[] rising = new int[columns];
            int[] falling = new int[columns];
            for (int y = row * CELL; y < (row + 1) * CELL; y++) {
                picture.pixels().get(y * picture.width(), line);
                count(line, rising, falling);
            }
            int run = 0;
            for (int column = 0; column <= columns; column++) {
                if (column < columns && strokes(rising[column], falling[column])) {
                    run++;
                    continue;
                }
                if (run >= SHORTEST_ROW) {
                    left = Math.min(left, column - run);
                    right = Math.max(right, column - 1);
                    top = Math.min(top, row);
                    bottom = row;
                }
                run = 0;
            }
        }
        return right < 0
                ? Optional.empty()
                : Optional.of(around(picture, left, top, right, bottom));
    }

    private static void count(byte[] line, int[] rising, int[] falling) {
        for (int x = 1; x < rising.length * CELL - 1; x++) {
            int slope = (line[x + 1] & 255) - (line[x - 1] & 255);
            if (slope >= SHARP) {
                rising[x / CELL]++;
            } else if (slope <= -SHARP) {
                falling[x / CELL]++;
            }
        }
    }

    private static boolean strokes(int rising, int falling) {
        int all = rising + falling;
        return all >= FEWEST_EDGES && all <= MOST_EDGES && 4 * Math.min(rising, falling) >= all / 2;
    }

    private static Area around(GreyPicture picture, int left, int top, int right, int bottom) {
        int x = Math.max(0, (left - MARGIN) * CELL);
        int y = Math.max(0, (top - MARGIN) * CELL);
        int endX = Math.min(picture.width(), (right + 1 + MARGIN) * CELL);
        int endY = Math.min(picture.height(), (bottom + 1 + MARGIN) * CELL);
        return new Area(x, y, endX - x, endY - y);
    }
}
