/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.partition;

/**
 * Tiles down and across.
 *
 * @param rows tiles down, 1 or more
 * @param columns tiles across, 1 or more
 */
public record Grid(int rows, int columns) {
    public Grid {
        if (rows < 1 || columns < 1) {
            throw new IllegalArgumentException(
                    "grid of %d rows and %d columns; both must be at least 1"
                            .formatted(rows, columns));
        }
    }

    /** Tiles of the grid. */
    public int tiles() {
        return rows * columns;
    }

    Grid transposed() {
        return new Grid(columns, rows);
    }
}
