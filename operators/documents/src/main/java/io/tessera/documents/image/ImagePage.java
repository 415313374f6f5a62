/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.image;

import io.tessera.contract.failure.InputFailure;
import io.tessera.contract.input.Progress;
import io.tessera.documents.bitmap.Bitmap;
import io.tessera.documents.bitmap.Scaler;
import io.tessera.documents.page.SourcePage;
import io.tessera.documents.page.TextLayer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A picture as a page. Its size in points follows from its resolution; where it names none, or one
 * that would make it larger than any sheet, its longer edge is taken for that of an A4 sheet.
 */
final class ImagePage implements SourcePage {
    private static final double SHEET_INCHES = 11.69;
    private static final double LARGEST_AT_LOW_DPI_INCHES = 25;
    private static final double LOW_DPI = 100;
    private static final double SCREEN_DPI = 72;

    private final ImageHeader header;
    private final ImageDecoder decoder;
    private final long mostPixels;
    private final boolean swapped;
    private final double dpi;
    private ImageDecoder.@Nullable Decoded decoded;

    ImagePage(ImageHeader header, ImageDecoder decoder, long mostPixels) {
        this.header = header;
        this.decoder = decoder;
        this.mostPixels = mostPixels;
        swapped = header.orientation() >= 5;
        double edge = Math.max(header.width(), header.height());
        boolean doubtful =
                header.dpi() < LOW_DPI && edge > LARGEST_AT_LOW_DPI_INCHES * header.dpi();
        dpi = doubtful ? Math.max(SCREEN_DPI, edge / SHEET_INCHES) : header.dpi();
    }

    @Override
    public double width() {
        return (swapped ? header.height() : header.width()) * 72 / dpi;
    }

    @Override
    public double height() {
        return (swapped ? header.width() : header.height()) * 72 / dpi;
    }

    @Override
    public int rotation() {
        return switch (header.orientation()) {
            case 3, 4 -> 180;
            case 5, 6 -> 90;
            case 7, 8 -> 270;
            default -> 0;
        };
    }

    @Override
    public int images() {
        return 1;
    }

    @Override
    public double nativeDpi() {
        return dpi;
    }

    @Override
    public boolean nothingToShow() {
        return false;
    }

    @Override
    public boolean pictorial() {
        return true;
    }

    @Override
    public @Nullable TextLayer textLayer() {
        return null;
    }

    @Override
    public Rendering render(double wanted, Progress progress) throws InputFailure, IOException {
        if (decoded == null) {
            ImageDecoder.Decoded fresh = decoder.decode(progress);
            Bitmap upright = orient(fit(fresh.image()), header.orientation());
            decoded = new ImageDecoder.Decoded(upright, fresh.missing());
        }
        progress.tick();
        int across = (int) Math.max(1, Math.round(width() * wanted / 72));
        int down = (int) Math.max(1, Math.round(height() * wanted / 72));
        Bitmap image = Scaler.scale(decoded.image(), across, down);
        return new Rendering(image, false, decoded.missing());
    }

    private Bitmap fit(Bitmap image) {
        double over = (double) image.width() * image.height() / mostPixels;
        if (over <= 1) {
            return image;
        }
        double shrink = 1 / Math.sqrt(over);
        return Scaler.scale(
                image,
                Math.max(1, (int) (image.width() * shrink)),
                Math.max(1, (int) (image.height() * shrink)));
    }

    /** As EXIF 2.3 numbers the eight ways in which a picture can be stored. */
    static Bitmap orient(Bitmap image, int orientation) {
        return switch (orientation) {
            case 2 -> image.mirrored();
            case 3 -> image.turned(180);
            case 4 -> image.turned(180).mirrored();
            case 5 -> image.turned(90).mirrored();
            case 6 -> image.turned(90);
            case 7 -> image.turned(270).mirrored();
            case 8 -> image.turned(270);
            default -> image;
        };
    }
}
