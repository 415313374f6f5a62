/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.partition;

import java.util.List;

/**
 * The token sequence of XComposer's high-resolution families: patches of 14 pixels, merged two by
 * two, global view first.
 *
 * <p>Source: InternLM-XComposer-2.5 {@code build_mlp.py}, {@code CLIPVisionTower.forward}; 2-4KHD
 * likewise.
 */
final class Merged {
    private static final int CELL = 28;

    private Merged() {}

    static List<TokenRun> tokens(Grid grid, int tile) {
        int cells = tile / CELL;
        return List.of(
                new TokenRun(TokenRun.Part.GLOBAL, 0, cells, cells, true),
                new TokenRun(TokenRun.Part.SEPARATOR, 0, 1, 1, false),
                new TokenRun(
                        TokenRun.Part.LOCAL, 0, cells * grid.rows(), cells * grid.columns(), true));
    }
}
