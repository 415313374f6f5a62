/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.resample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tessera.imaging.Box;
import io.tessera.imaging.RgbImage;
import io.tessera.imaging.formula.FormulaImage;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ResamplerTest {
    private final Resampler resampler = new Resampler(LineMixers.plain());

    @Test
    void downFirstIsAcrossFirstOfTheTransposedPicture() {
        Random random = new Random(3);
        for (int i = 0; i < 60; i++) {
            RgbImage image =
                    FormulaImage.draw("noise", 1 + random.nextInt(150), 1 + random.nextInt(150), i);
            int width = 1 + random.nextInt(150);
            int height = 1 + random.nextInt(150);
            for (Filter filter : Filter.values()) {
                RgbImage got = RgbImage.allocate(width, height);
                resampler.resize(image, got, filter, PassOrder.DOWN_FIRST);
                RgbImage turned = resampler.resize(transposed(image), height, width, filter);
                assertThat(got.toBytes()).isEqualTo(transposed(turned).toBytes());
            }
        }
    }

    private static RgbImage transposed(RgbImage image) {
        RgbImage result = RgbImage.allocate(image.height(), image.width());
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                result.fill(new Box(y, x, 1, 1), image.rgb(x, y));
            }
        }
        return result;
    }

    @Test
    void itsOwnSizeIsACopy() {
        RgbImage image = FormulaImage.draw("noise", 101, 67, 5);
        for (Filter filter : Filter.values()) {
            assertThat(resampler.resize(image, 101, 67, filter).toBytes())
                    .isEqualTo(image.toBytes());
        }
    }

    @Test
    void cropsAndDirectBuffersGiveTheSameBytes() {
        RgbImage whole = FormulaImage.draw("mix", 90, 80, 1);
        RgbImage part = whole.crop(new Box(7, 5, 61, 43));
        RgbImage packed = RgbImage.of(61, 43, part.toBytes());
        RgbImage direct = RgbImage.allocateDirect(61, 43);
        part.copyTo(direct, 0, 0);
        String want = resampler.resize(packed, 33, 21, Filter.BICUBIC).sha256();
        assertThat(resampler.resize(part, 33, 21, Filter.BICUBIC).sha256()).isEqualTo(want);
        assertThat(resampler.resize(direct, 33, 21, Filter.BICUBIC).sha256()).isEqualTo(want);
        RgbImage canvas = RgbImage.allocateDirect(50, 50);
        canvas.fill(0x123456);
        RgbImage into = canvas.crop(new Box(3, 9, 33, 21));
        resampler.resize(packed, into, Filter.BICUBIC, PassOrder.ACROSS_FIRST);
        assertThat(into.sha256()).isEqualTo(want);
        into.fill(0x123456);
        RgbImage blank = RgbImage.allocate(50, 50);
        blank.fill(0x123456);
        assertThat(canvas.sha256()).isEqualTo(blank.sha256());
    }

    @Test
    void severalTargetsOfOneSourceEqualEachAlone() {
        RgbImage image = FormulaImage.draw("strokes", 300, 200, 2);
        RgbImage large = RgbImage.allocate(448, 224);
        RgbImage small = RgbImage.allocate(44, 45);
        resampler.resize(
                image,
                List.of(
                        target(large, PassOrder.ACROSS_FIRST),
                        target(small, PassOrder.ACROSS_FIRST)));
        assertThat(large.sha256())
                .isEqualTo(resampler.resize(image, 448, 224, Filter.BICUBIC).sha256());
        assertThat(small.sha256())
                .isEqualTo(resampler.resize(image, 44, 45, Filter.BICUBIC).sha256());
    }

    private static Target target(RgbImage image, PassOrder order) {
        return new Target(
                image.width(), image.height(), Filter.BICUBIC, order, new ImageSink(image));
    }

    @Test
    void aPictureOfOneColourStaysOfThatColour() {
        Random random = new Random(9);
        for (int i = 0; i < 40; i++) {
            RgbImage image = RgbImage.allocate(1 + random.nextInt(200), 1 + random.nextInt(200));
            int colour = random.nextInt(1 << 24);
            image.fill(colour);
            RgbImage result =
                    resampler.resize(
                            image,
                            1 + random.nextInt(200),
                            1 + random.nextInt(200),
                            i % 2 == 0 ? Filter.BILINEAR : Filter.BICUBIC);
            RgbImage want = RgbImage.allocate(result.width(), result.height());
            want.fill(colour);
            assertThat(result.sha256()).isEqualTo(want.sha256());
        }
    }

    @Test
    void extremeShapesAreResampledInLittleMemory() {
        RgbImage wide = FormulaImage.draw("ramp", 100_000, 3, 0);
        assertThat(resampler.resize(wide, 448, 448, Filter.BICUBIC).width()).isEqualTo(448);
        RgbImage high = FormulaImage.draw("ramp", 3, 100_000, 0);
        assertThat(resampler.resize(high, 448, 448, Filter.BICUBIC).height()).isEqualTo(448);
        RgbImage dot = FormulaImage.draw("ramp", 1, 1, 77);
        assertThat(resampler.resize(dot, 560, 560, Filter.BILINEAR).rgb(559, 559))
                .isEqualTo(0x4D4D4D);
    }

    @Test
    void refusesSidesBeyondItsLimit() {
        RgbImage line = RgbImage.allocate(Resampler.MAX_SIDE + 1, 1);
        assertThatThrownBy(() -> resampler.resize(line, 10, 10, Filter.BILINEAR))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1048577x1");
    }
}
