/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.family;

import io.tessera.imaging.Box;
import io.tessera.imaging.RgbImage;
import io.tessera.imaging.composite.ContactSheet;
import io.tessera.imaging.composite.VideoComposite;
import io.tessera.imaging.composite.VideoComposite.FrameSize;
import io.tessera.imaging.partition.Cutter;
import io.tessera.imaging.partition.Pieces;
import io.tessera.imaging.resample.Filter;
import io.tessera.imaging.resample.PassOrder;
import io.tessera.imaging.resample.Resampler;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Frames of a video on their way to a family's view of it. Holds the composite or the contact sheet
 * and, of a family that sees frames, their tiles; never the frames. Serves one thread.
 */
public final class VideoView {
    private final Family family;
    private final Resampler resampler;
    private final Cutter cutter;
    private final List<FrameSize> sizes;
    private final @Nullable VideoComposite composite;
    private final @Nullable ContactSheet sheet;
    private final RgbImage picture;
    private final List<Pieces> pieces = new ArrayList<>();
    private int taken;

    VideoView(Family family, List<FrameSize> sizes, Resampler resampler, Cutter cutter) {
        this.family = family;
        this.resampler = resampler;
        this.cutter = cutter;
        this.sizes = List.copyOf(sizes);
        if (family.videoForm() == Family.VideoForm.COMPOSITE) {
            VideoComposite made = VideoComposite.of(sizes);
            composite = made;
            sheet = null;
            picture = RgbImage.allocate(made.width(), made.height());
            made.clear(picture);
        } else {
            if (sizes.isEmpty()) {
                throw new IllegalArgumentException("a video needs at least one frame; 0 given");
            }
            FrameSize first = sizes.get(0);
            ContactSheet made =
                    ContactSheet.of(
                            sizes.size(),
                            first.width(),
                            first.height(),
                            ContactSheet.Style.DEFAULT);
            sheet = made;
            composite = null;
            picture = RgbImage.allocate(made.width(), made.height());
            made.clear(picture);
        }
    }

    /**
     * Takes the next frame; its pixels are not kept.
     *
     * @param micros its presentation time, for the label of a contact sheet
     */
    public void add(RgbImage frame, long micros) {
        if (taken == sizes.size() || !size(frame).equals(sizes.get(taken))) {
            throw new IllegalArgumentException(
                    "frame %d is %s; announced were %s".formatted(taken, frame, sizes));
        }
        if (composite != null) {
            composite.draw(picture, taken, frame, resampler);
        }
        if (sheet != null) {
            Box place = sheet.place(taken, frame.width(), frame.height());
            resampler.resize(frame, picture.crop(place), Filter.BILINEAR, PassOrder.ACROSS_FIRST);
            sheet.label(picture, taken, micros);
        }
        if (family.videoForm() == Family.VideoForm.FRAMES) {
            pieces.add(cutter.cut(frame, family.video()));
        }
        taken++;
    }

    private static FrameSize size(RgbImage frame) {
        return new FrameSize(frame.width(), frame.height());
    }

    /**
     * The view of all frames.
     *
     * @throws IllegalStateException if fewer came than were announced
     */
    public VideoPieces finish() {
        if (taken < sizes.size()) {
            throw new IllegalStateException("%d of %d frames came".formatted(taken, sizes.size()));
        }
        if (family.videoForm() != Family.VideoForm.FRAMES) {
            pieces.add(cutter.cut(picture, family.video()));
        }
        return new VideoPieces(picture, family.videoForm(), pieces);
    }
}
