/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.partition;

import static java.util.Objects.requireNonNull;

import io.tessera.imaging.RgbImage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A picture cut up.
 *
 * @param layout how
 * @param canvas the whole canvas; the tiles share its pixels
 * @param tiles in the order shown to the model, thumbnail not included
 * @param thumbnailOrNull the whole picture at the size of one tile, or null
 */
public record Pieces(
        Layout layout, RgbImage canvas, List<RgbImage> tiles, @Nullable RgbImage thumbnailOrNull) {
    public Pieces {
        requireNonNull(layout, "layout is null");
        requireNonNull(canvas, "canvas is null");
        tiles = List.copyOf(tiles);
    }

    /** The whole picture at the size of one tile, where the strategy has one. */
    public Optional<RgbImage> thumbnail() {
        return Optional.ofNullable(thumbnailOrNull);
    }

    /** SHA-256 of the RGB bytes of every tile, in order. */
    public List<String> tileDigests() {
        return tiles.stream().map(RgbImage::sha256).toList();
    }
}
