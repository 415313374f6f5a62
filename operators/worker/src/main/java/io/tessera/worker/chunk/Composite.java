/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker.chunk;

import io.tessera.contract.failure.InputFailure;
import io.tessera.contract.input.Region;
import io.tessera.imaging.Box;
import io.tessera.imaging.RgbImage;
import io.tessera.imaging.composite.ContactSheet;
import io.tessera.v1.RegionImage;
import io.tessera.video.frame.DecodedFrame;
import io.tessera.video.still.JpegEncoder;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The contact sheet of a chunk, made in the region's memory: each sampled frame is scaled straight
 * into its place. It is laid out for the first frame's size; frames of another size are fitted in.
 */
final class Composite {
    static final String NAME = "composite";
    private static final int QUALITY = 85;

    private final Region region;
    private final int frames;
    private @Nullable Sheet sheet;
    private int next;

    private record Sheet(ContactSheet layout, ByteBuffer memory, RgbImage picture) {}

    /**
     * A sheet of at most {@code frames} frames.
     *
     * @param region to which nothing else is added until {@link #images}
     */
    Composite(Region region, int frames) {
        this.region = region;
        this.frames = frames;
    }

    /** Takes the next sampled frame; one more than was planned is left out. */
    void accept(DecodedFrame frame) throws InputFailure {
        if (next == frames) {
            return;
        }
        if (sheet == null) {
            sheet = sheet(frame);
        }
        Box place = sheet.layout().place(next, frame.width(), frame.height());
        int rowBytes = sheet.picture().rowBytes();
        int corner = place.y() * rowBytes + 3 * place.x();
        ByteBuffer target = sheet.memory().duplicate().position(corner);
        frame.rgb(place.width(), place.height(), target, rowBytes);
        sheet.layout().label(sheet.picture(), next, frame.micros());
        next++;
    }

    private Sheet sheet(DecodedFrame frame) throws InputFailure {
        ContactSheet layout =
                ContactSheet.of(frames, frame.width(), frame.height(), ContactSheet.Style.DEFAULT);
        ByteBuffer memory = region.reserve(RgbImage.byteCount(layout.width(), layout.height()));
        RgbImage picture = RgbImage.of(layout.width(), layout.height(), memory);
        layout.clear(picture);
        return new Sheet(layout, memory, picture);
    }

    /** The sheet as RGB and as JPEG; none where no frame came. To be called once, at the end. */
    List<RegionImage> images() throws InputFailure {
        if (sheet == null) {
            return List.of();
        }
        ContactSheet layout = sheet.layout();
        RegionImage rgb =
                region.rgb(NAME, layout.width(), layout.height(), layout.rows(), layout.columns());
        byte[] jpeg = JpegEncoder.encode(sheet.memory(), layout.width(), layout.height(), QUALITY);
        region.reserve(jpeg.length).put(jpeg);
        RegionImage encoded = region.object(NAME, "jpg", layout.width(), layout.height());
        encoded.setRows(layout.rows());
        encoded.setColumns(layout.columns());
        return List.of(rgb, encoded);
    }
}
