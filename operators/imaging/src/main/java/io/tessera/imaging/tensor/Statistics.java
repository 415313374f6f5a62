/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.tensor;

/**
 * Mean and deviation a channel, in float32 as the authors' code holds them.
 *
 * <p>Source of the arithmetic: torchvision {@code ToTensor} and {@code Normalize}: a byte over 255,
 * less the mean, over the deviation, each step rounded to float32.
 */
public enum Statistics {
    /** All XComposer families; OpenAI CLIP's preprocessing. */
    CLIP(0.48145466, 0.4578275, 0.40821073, 0.26862954, 0.26130258, 0.27577711),
    /** InternVL; {@code internvl_chat/internvl/train/constants.py}. */
    IMAGENET(0.485, 0.456, 0.406, 0.229, 0.224, 0.225);

    private final float redMean;
    private final float greenMean;
    private final float blueMean;
    private final float redDeviation;
    private final float greenDeviation;
    private final float blueDeviation;

    Statistics(
            double redMean,
            double greenMean,
            double blueMean,
            double redDeviation,
            double greenDeviation,
            double blueDeviation) {
        this.redMean = (float) redMean;
        this.greenMean = (float) greenMean;
        this.blueMean = (float) blueMean;
        this.redDeviation = (float) redDeviation;
        this.greenDeviation = (float) greenDeviation;
        this.blueDeviation = (float) blueDeviation;
    }

    /**
     * The number that a byte becomes.
     *
     * @param value 0 to 255
     * @param channel 0 red, 1 green, 2 blue
     */
    public float normalise(int value, int channel) {
        float share = value / 255f;
        return switch (channel) {
            case 0 -> (share - redMean) / redDeviation;
            case 1 -> (share - greenMean) / greenDeviation;
            case 2 -> (share - blueMean) / blueDeviation;
            default -> throw new IndexOutOfBoundsException("channel " + channel);
        };
    }
}
