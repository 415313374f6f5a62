/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.sampling;

import java.util.Arrays;

/** The published rules that pick frames of a video by number. */
public final class FramePicks {
    private FramePicks() {}

    /**
     * InternLM-XComposer-2.5: about one frame a second; where these are more than {@code numFrm},
     * that many of them, spread so that the tail is never reached.
     *
     * <p>Source: 2.5 {@code ixc_utils.py} of the published model ({@code load_video}). Below half a
     * frame a second upstream fails; here every frame is taken.
     *
     * @param count frames of the video, 0 or more
     * @param fps average frames a second, above 0
     * @param numFrm most frames; published: 32
     * @return frame numbers, rising
     */
    public static int[] xcomposer(int count, double fps, int numFrm) {
        check(count, fps, numFrm);
        int stride = Math.max(1, (int) Math.min(Math.rint(fps), 1 << 30));
        int candidates = count / stride + (count % stride == 0 ? 0 : 1);
        if (candidates <= numFrm) {
            int[] picks = new int[candidates];
            Arrays.setAll(picks, i -> i * stride);
            return picks;
        }
        double step = (double) candidates / (numFrm + 1);
        int[] picks = new int[numFrm];
        Arrays.setAll(picks, i -> ((int) (i * step)) * stride);
        return picks;
    }

    /**
     * InternVL: the middle of each of {@code segments} equal stretches.
     *
     * <p>Source: InternVL 2.5 model card ({@code get_index}), {@code eval/mvbench}.
     *
     * @param count frames of the video, 1 or more
     * @param fps average frames a second, above 0
     * @param segments frames wanted; published default: 32
     * @return frame numbers; some repeat where the video is shorter than that
     */
    public static int[] internVl(int count, double fps, int segments) {
        return internVl(count, fps, segments, -100_000, 100_000);
    }

    /**
     * As {@link #internVl(int, double, int)} between two times. As upstream, numbers are not
     * clamped: times beyond the video give numbers beyond it.
     *
     * @param from first second
     * @param to last second
     */
    public static int[] internVl(int count, double fps, int segments, double from, double to) {
        check(count, fps, segments);
        double start = Math.max(0, Math.rint(from * fps));
        double end = Math.min(Math.rint(to * fps), count - 1.0);
        double length = (end - start) / segments;
        int[] picks = new int[segments];
        Arrays.setAll(picks, i -> (int) (start + length / 2 + Math.rint(length * i)));
        return picks;
    }

    private static void check(int count, double fps, int wanted) {
        if (count < 0 || !(fps > 0) || wanted < 1) {
            throw new IllegalArgumentException(
                    "%d of %d frames at %s a second; counts and rate must be above 0"
                            .formatted(wanted, count, fps));
        }
    }
}
