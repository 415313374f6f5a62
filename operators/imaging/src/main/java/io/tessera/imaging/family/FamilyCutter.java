/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.family;

import static java.util.Objects.requireNonNull;

import io.tessera.imaging.RgbImage;
import io.tessera.imaging.composite.VideoComposite.FrameSize;
import io.tessera.imaging.partition.Cutter;
import io.tessera.imaging.partition.Pieces;
import io.tessera.imaging.resample.Resampler;
import java.util.List;

/** Cuts pictures and videos as a family sees them. Serves one thread at a time. */
public final class FamilyCutter {
    private final Family family;
    private final Resampler resampler;
    private final Cutter cutter;

    /** A cutter on the fastest loops of this runtime. */
    public FamilyCutter(Family family) {
        this(family, new Resampler());
    }

    /** A cutter on the given resampler, which it alone uses. */
    public FamilyCutter(Family family, Resampler resampler) {
        this.family = requireNonNull(family, "family is null");
        this.resampler = resampler;
        this.cutter = new Cutter(resampler);
    }

    /**
     * Cuts a still.
     *
     * @param images pictures in the same prompt
     * @throws IllegalArgumentException if the family refuses a picture of that shape
     */
    public Pieces still(RgbImage image, int images) {
        return cutter.cut(image, family.still(images));
    }

    /**
     * Begins a video, whose frames are then given one at a time.
     *
     * @param sizes of the frames that will come, in order
     * @throws IllegalArgumentException if the family refuses frames of that shape
     */
    public VideoView video(List<FrameSize> sizes) {
        return new VideoView(family, sizes, resampler, cutter);
    }
}
