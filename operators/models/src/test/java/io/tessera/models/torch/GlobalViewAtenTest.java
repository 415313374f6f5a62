/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.torch;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import io.tessera.imaging.RgbImage;
import io.tessera.imaging.formula.FormulaImage;
import io.tessera.imaging.tensor.GlobalView;
import io.tessera.imaging.tensor.Statistics;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The global view in plain Java beside the op that the authors call. */
class GlobalViewAtenTest {
    @ParameterizedTest
    @CsvSource({
        "mix, 560, 560, 560",
        "noise, 1120, 560, 560",
        "strokes, 560, 1680, 560",
        "smooth, 1344, 1008, 336",
        "noise, 336, 1680, 336",
        "lines, 700, 333, 224"
    })
    void equalsAtensBicubic(String formula, int width, int height, int side) {
        RgbImage canvas = FormulaImage.draw(formula, width, height, 3);
        float[] normalised = new float[3 * width * height];
        for (int channel = 0; channel < 3; channel++) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int value = (canvas.rgb(x, y) >> (16 - 8 * channel)) & 255;
                    normalised[(channel * height + y) * width + x] =
                            Statistics.CLIP.normalise(value, channel);
                }
            }
        }
        float[] want;
        try (PtNDManager manager = TorchRuntime.instance().newManager();
                TorchModule squash = new TorchModule("Squash", manager)) {
            PtNDArray tensor =
                    (PtNDArray) manager.create(normalised, new Shape(1, 3, height, width));
            want =
                    squash.tensor(manager, "bicubic", tensor, new long[] {side, side})
                            .toFloatArray();
        }
        float[] got = GlobalView.of(canvas, side, Statistics.CLIP);
        assertThat(got).hasSameSizeAs(want);
        float largest = 0;
        for (int i = 0; i < got.length; i++) {
            largest = Math.max(largest, Math.abs(got[i] - want[i]));
        }
        assertThat(largest).isLessThanOrEqualTo(1e-5f);
    }
}
