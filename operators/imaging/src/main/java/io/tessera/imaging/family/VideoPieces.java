/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.family;

import static java.util.Objects.requireNonNull;

import io.tessera.imaging.RgbImage;
import io.tessera.imaging.partition.Pieces;
import java.util.List;

/**
 * A video as a family sees it.
 *
 * @param picture the composite, or a contact sheet (for people only where frames are seen one by
 *     one)
 * @param form what {@code pieces} are of
 * @param pieces the cut composite or sheet; or every frame's, in order
 */
public record VideoPieces(RgbImage picture, Family.VideoForm form, List<Pieces> pieces) {
    public VideoPieces {
        requireNonNull(picture, "picture is null");
        requireNonNull(form, "form is null");
        pieces = List.copyOf(pieces);
    }

    /** All tiles in the order shown to the model. */
    public List<RgbImage> tiles() {
        return pieces.stream().flatMap(piece -> piece.tiles().stream()).toList();
    }

    /** SHA-256 of the RGB bytes of every tile, in order. */
    public List<String> tileDigests() {
        return tiles().stream().map(RgbImage::sha256).toList();
    }

    /** Tokens of all pieces. */
    public int tokenCount() {
        return pieces.stream().mapToInt(piece -> piece.layout().tokenCount()).sum();
    }
}
