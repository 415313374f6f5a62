/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.pdf;

import io.tessera.contract.failure.Code;
import io.tessera.contract.failure.InputFailure;
import io.tessera.contract.input.Progress;
import io.tessera.documents.bitmap.AwtPixels;
import io.tessera.documents.page.SourcePage;
import io.tessera.documents.page.TextLayer;
import io.tessera.v1.InputState;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.ImageType;
import org.jspecify.annotations.Nullable;

/** A page of a PDF. */
final class PdfPage implements SourcePage {
    private static final int PICTORIAL_AREAS = 40;

    private final WatchfulRenderer renderer;
    private final int slot;
    private final int rotation;
    private final double width;
    private final double height;
    private final ContentScan scan;
    private final ContentStreams streams;
    private final PictureLimits limits;
    private final @Nullable TextLayer layer;

    PdfPage(
            PDPage page,
            int slot,
            ContentStreams streams,
            WatchfulRenderer renderer,
            PictureLimits limits,
            Progress progress)
            throws IOException {
        this.renderer = renderer;
        this.slot = slot;
        this.streams = streams;
        this.limits = limits;
        rotation = Math.floorMod(page.getRotation(), 360);
        boolean swapped = rotation % 180 != 0;
        double across = page.getCropBox().getWidth();
        double down = page.getCropBox().getHeight();
        width = swapped ? down : across;
        height = swapped ? across : down;
        scan = ContentScan.of(page, progress);
        layer = LayerBuilder.build(scan, page, rotation);
    }

    @Override
    public double width() {
        return width;
    }

    @Override
    public double height() {
        return height;
    }

    @Override
    public int rotation() {
        return rotation;
    }

    @Override
    public int images() {
        return scan.pictures().size();
    }

    @Override
    public double nativeDpi() {
        return scan.scanDpi();
    }

    @Override
    public boolean nothingToShow() {
        return scan.glyphs().stream().allMatch(glyph -> glyph.text().isBlank())
                && scan.unmapped() == 0
                && scan.painted() == 0
                && scan.pictures().isEmpty();
    }

    @Override
    public boolean pictorial() {
        return !scan.pictures().isEmpty() || scan.areas() >= PICTORIAL_AREAS;
    }

    @Override
    public @Nullable TextLayer textLayer() {
        return layer;
    }

    @Override
    public Rendering render(double dpi, Progress progress) throws InputFailure, IOException {
        refuseAScanOverTheLimit();
        renderer.begin(progress);
        BufferedImage image = renderer.renderImage(slot, (float) (dpi / 72), ImageType.RGB);
        List<String> missing = new ArrayList<>(streams.missing());
        missing.addAll(renderer.missing());
        return new Rendering(AwtPixels.take(image), renderer.inkExpected(), missing);
    }

    /** Without text a page is its pictures: one too many pixels in them is one for the page. */
    private void refuseAScanOverTheLimit() throws InputFailure {
        if (layer != null) {
            return;
        }
        for (ContentScan.Picture picture : scan.pictures()) {
            if (!limits.allow(picture.width(), picture.height())) {
                throw new InputFailure(
                        InputState.REFUSED_LIMIT,
                        Code.LIMIT_PIXELS,
                        ("a picture on the page has %dx%d pixels, the limit is %d and %d on an"
                                        + " edge; raise limit.image-pixels")
                                .formatted(
                                        picture.width(),
                                        picture.height(),
                                        limits.pixels(),
                                        limits.edge()));
            }
        }
    }
}
