/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.vector;

import static org.assertj.core.api.Assertions.assertThat;

import io.tessera.imaging.RgbImage;
import io.tessera.imaging.formula.FormulaImage;
import io.tessera.imaging.resample.Filter;
import io.tessera.imaging.resample.LineMixer;
import io.tessera.imaging.resample.LineMixers;
import io.tessera.imaging.resample.PassOrder;
import io.tessera.imaging.resample.Resampler;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VectorMixerTest {
    @Test
    void isChosenWhereTheModuleIsThere() {
        assertThat(LineMixers.kind()).isEqualTo("vector");
        assertThat(LineMixers.fastest()).isInstanceOf(VectorMixer.class);
    }

    @Test
    void isRefusedWithoutTheOptimisingCompiler() {
        assertThat(VectorMixerProvider.optimises("mixed mode, sharing")).isTrue();
        assertThat(VectorMixerProvider.optimises("mixed mode, emulated-client, sharing")).isFalse();
        assertThat(VectorMixerProvider.optimises("interpreted mode")).isFalse();
    }

    @Test
    void everyMixtureHasTheBitsOfThePlainTwin() {
        Random random = new Random(4);
        LineMixer plain = LineMixers.plain();
        LineMixer vector = new VectorMixer();
        for (int i = 0; i < 500; i++) {
            int length = 16 * (1 + random.nextInt(8));
            int count = 1 + random.nextInt(40);
            int first = random.nextInt(3);
            int[][] lines = new int[first + count][length];
            for (int[] line : lines) {
                for (int j = 0; j < length; j++) {
                    line[j] = random.nextInt();
                }
            }
            int[] weights = random.ints(count + 2, -(1 << 20), 1 << 22).toArray();
            int[] want = new int[length];
            int[] got = new int[length];
            plain.mix(lines, first, count, weights, 2, want, length);
            vector.mix(lines, first, count, weights, 2, got, length);
            assertThat(got).isEqualTo(want);
        }
    }

    @Test
    void everyPictureHasTheBytesOfThePlainTwin() {
        Random random = new Random(5);
        Resampler plain = new Resampler(LineMixers.plain());
        Resampler vector = new Resampler(new VectorMixer());
        for (int i = 0; i < 24; i++) {
            RgbImage source =
                    FormulaImage.draw("noise", 1 + random.nextInt(90), 1 + random.nextInt(150), i);
            int width = 1 + random.nextInt(90);
            int height = 1 + random.nextInt(90);
            for (Filter filter : Filter.values()) {
                for (PassOrder order : PassOrder.values()) {
                    RgbImage want = RgbImage.allocate(width, height);
                    RgbImage got = RgbImage.allocate(width, height);
                    plain.resize(source, want, filter, order);
                    vector.resize(source, got, filter, order);
                    assertThat(got.sha256()).isEqualTo(want.sha256());
                }
            }
        }
    }
}
