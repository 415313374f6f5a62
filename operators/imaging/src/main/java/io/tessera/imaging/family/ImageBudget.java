/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.family;

/** Published rules for the tiles that each of several pictures in one prompt may have. */
public final class ImageBudget {
    private ImageBudget() {}

    /**
     * XComposer-2.5's evaluation.
     *
     * <p>Source: VLMEvalKit {@code vlmeval/vlm/xcomposer}; the floor-divide is applied twice there.
     *
     * @return {@code hd_num} of each picture
     */
    public static int xcomposerEvaluation(int images) {
        check(images, 36);
        return images == 1 ? 36 : Math.max(4, Math.max(1, 36 / images) / images);
    }

    /**
     * InternVL's training, videos excepted.
     *
     * <p>Source: InternVL {@code internvl/train/dataset.py}.
     *
     * @return {@code max_num} of each picture
     */
    public static int internVlTraining(int maxNum, int images) {
        check(images, maxNum);
        return Math.max(1, maxNum / images);
    }

    /**
     * InternVL's evaluation: at most 64 tiles in all.
     *
     * <p>Source: VLMEvalKit {@code vlmeval/vlm/internvl}.
     *
     * @param taskMax the task's {@code max_num}; 6 where it has none of its own
     * @return {@code max_num} of each picture
     */
    public static int internVlEvaluation(int taskMax, int images) {
        check(images, taskMax);
        return Math.max(1, Math.min(taskMax, 64 / images));
    }

    private static void check(int images, int tiles) {
        if (images < 1 || tiles < 1) {
            throw new IllegalArgumentException(
                    "%d tiles for %d pictures; both must be at least 1".formatted(tiles, images));
        }
    }
}
