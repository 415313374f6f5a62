/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.checkpoint;

/**
 * Sizes of a vision tower.
 *
 * @param kind which tower
 * @param width of the residual stream
 * @param layers transformer layers
 * @param heads attention heads
 * @param mlp width inside the feed-forward
 * @param grid patches along a side of a tile, 14 pixels each
 * @param eps of its norms
 * @param rmsNorm whether its norms are RMSNorm (InternViT-6B) instead of LayerNorm
 * @param qkNorm whether queries and keys are normalised
 * @param qkvBias whether q, k and v have a bias
 */
public record TowerShape(
        Kind kind,
        int width,
        int layers,
        int heads,
        int mlp,
        int grid,
        double eps,
        boolean rmsNorm,
        boolean qkNorm,
        boolean qkvBias) {
    /** Pixels along a side of a patch. */
    public static final int PATCH = 14;

    /** The towers. */
    public enum Kind {
        CLIP,
        INTERN_VIT
    }

    public TowerShape {
        LanguageShape.requirePositive("width of the tower", width);
        LanguageShape.requirePositive("layers of the tower", layers);
        LanguageShape.requirePositive("heads of the tower", heads);
        LanguageShape.requirePositive("width of the tower's MLP", mlp);
        LanguageShape.requirePositive("patches of a side", grid);
        if (width % heads != 0) {
            throw new IllegalArgumentException(
                    "%d heads do not divide a width of %d".formatted(heads, width));
        }
    }

    /** Pixels along a side of a tile. */
    public int side() {
        return PATCH * grid;
    }
}
