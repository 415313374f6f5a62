/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.page;

import io.tessera.contract.failure.InputFailure;
import io.tessera.contract.input.Region;
import io.tessera.documents.bitmap.Bitmap;
import io.tessera.documents.bitmap.Jpegs;
import io.tessera.documents.bitmap.Scaler;
import io.tessera.v1.RegionImage;
import java.util.ArrayList;
import java.util.List;

/** Lays a page's pictures into the region of its unit. */
final class PagePictures {
    static final int THUMBNAIL_WIDTH = 480;

    private static final int THUMBNAIL_HEIGHT = 1440;

    private PagePictures() {}

    /** Small enough for a report, whatever the shape of the page. */
    static Bitmap thumbnail(Bitmap image) {
        double scale =
                Math.min(
                        1,
                        Math.min(
                                (double) THUMBNAIL_WIDTH / image.width(),
                                (double) THUMBNAIL_HEIGHT / image.height()));
        return Scaler.scale(
                image,
                (int) Math.max(1, Math.round(image.width() * scale)),
                (int) Math.max(1, Math.round(image.height() * scale)));
    }

    /**
     * Lays the thumbnail as pixels and as a JPEG.
     *
     * @return what was laid
     */
    static List<RegionImage> layThumbnail(Bitmap thumbnail, Region region) throws InputFailure {
        List<RegionImage> images = new ArrayList<>();
        images.add(layRgb("thumbnail", thumbnail, region));
        byte[] jpeg = Jpegs.encode(thumbnail);
        region.reserve(jpeg.length).put(jpeg);
        images.add(region.object("thumbnail", "jpg", thumbnail.width(), thumbnail.height()));
        return images;
    }

    static RegionImage layRgb(String name, Bitmap image, Region region) throws InputFailure {
        image.writeRgb(region.reserve(3L * image.width() * image.height()));
        return region.rgb(name, image.width(), image.height(), 0, 0);
    }
}
