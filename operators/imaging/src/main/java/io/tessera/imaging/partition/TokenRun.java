/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.partition;

/**
 * A stretch of the tokens that a picture becomes, in the order shown to the model.
 *
 * @param part what the tokens stand for
 * @param tile index of the tile, for {@link Part#TILE}; 0 otherwise
 * @param rows rows of cells
 * @param columns cells a row
 * @param newlines whether a newline token follows each row
 */
public record TokenRun(Part part, int tile, int rows, int columns, boolean newlines) {
    /** What tokens stand for. */
    public enum Part {
        /** The whole canvas, squashed to one tile. */
        GLOBAL,
        /** The one token between the global view and the tiles. */
        SEPARATOR,
        /** All tiles stitched together again, row by row over the whole canvas. */
        LOCAL,
        /** One tile on its own. */
        TILE,
        /** The whole picture at the size of one tile. */
        THUMBNAIL
    }

    /** Tokens of the run. */
    public int tokens() {
        return rows * (columns + (newlines ? 1 : 0));
    }
}
