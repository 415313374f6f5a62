/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.resample;

import static org.assertj.core.api.Assertions.assertThat;

import io.tessera.imaging.RgbImage;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PillowGoldenTest {
    @ParameterizedTest
    @CsvSource({
        "BILINEAR, 0 10 200 255 30 90 128, 47 165 91",
        "BICUBIC, 0 10 200 255 30 90 128, 46 171 89",
        "BILINEAR, 0 255 0 255, 0 91 237 128 18 164 255",
        "BICUBIC, 0 255 0 255, 0 87 251 128 4 168 255",
        "BILINEAR, 10 20 30 40 250 250 3 8 90, 18 87 161 37",
        "BICUBIC, 10 20 30 40 250 250 3 8 90, 11 93 169 30"
    })
    void oneLineGivesPillowsBytesBothWays(Filter filter, String from, String to) {
        int[] in = numbers(from);
        int[] out = numbers(to);
        byte[] rgb = new byte[3 * in.length];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) in[i / 3];
        }
        Resampler resampler = new Resampler(LineMixers.plain());
        RgbImage wide = RgbImage.of(in.length, 1, rgb);
        RgbImage high = RgbImage.of(1, in.length, rgb);
        RgbImage across = resampler.resize(wide, out.length, 1, filter);
        RgbImage down = resampler.resize(high, 1, out.length, filter);
        for (int i = 0; i < out.length; i++) {
            assertThat(across.rgb(i, 0)).isEqualTo(out[i] * 0x010101);
            assertThat(down.rgb(0, i)).isEqualTo(out[i] * 0x010101);
        }
    }

    private static int[] numbers(String text) {
        return Arrays.stream(text.trim().split(" ")).mapToInt(Integer::parseInt).toArray();
    }
}
