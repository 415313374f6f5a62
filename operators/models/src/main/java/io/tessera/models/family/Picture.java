/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.family;

import io.tessera.imaging.RgbImage;
import java.util.List;

/**
 * What a model is to look at: a still, or frames of a video.
 *
 * @param frames in order; a still has one
 * @param video whether they are frames of a video, which families cut in a way of their own
 * @param blankLabels whether the labels of a video's composite stay white, as recorded cases have
 *     them, whose fonts differ
 */
public record Picture(List<RgbImage> frames, boolean video, boolean blankLabels) {
    public Picture {
        frames = List.copyOf(frames);
        if (frames.isEmpty() || (!video && frames.size() > 1)) {
            throw new IllegalArgumentException(
                    "%d frames of a %s".formatted(frames.size(), video ? "video" : "still"));
        }
    }

    public static Picture still(RgbImage image) {
        return new Picture(List.of(image), false, false);
    }

    public static Picture video(List<RgbImage> frames) {
        return new Picture(frames, true, false);
    }
}
