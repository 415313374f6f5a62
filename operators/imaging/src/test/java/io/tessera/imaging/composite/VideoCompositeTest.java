/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tessera.imaging.Box;
import io.tessera.imaging.RgbImage;
import io.tessera.imaging.composite.VideoComposite.FrameSize;
import io.tessera.imaging.formula.FormulaImage;
import io.tessera.imaging.resample.Resampler;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VideoCompositeTest {
    @ParameterizedTest
    @CsvSource({
        "1280, 720, 32, 1120x21760",
        "720, 1280, 32, 20480x1160",
        "640, 480, 8, 1120x7120",
        "500, 500, 4, 4520x1160",
        "320, 240, 1, 1120x890"
    })
    void sizesAreTheAuthors(int width, int height, int frames, String size) {
        VideoComposite composite =
                VideoComposite.of(Collections.nCopies(frames, new FrameSize(width, height)));
        assertThat(composite.width() + "x" + composite.height()).isEqualTo(size);
    }

    @Test
    void theLastFrameDecidesTheOrientation() {
        FrameSize wide = new FrameSize(64, 48);
        FrameSize high = new FrameSize(48, 64);
        assertThat(VideoComposite.of(List.of(high, wide)).landscape()).isTrue();
        assertThat(VideoComposite.of(List.of(wide, high)).landscape()).isFalse();
        assertThat(VideoComposite.of(List.of(new FrameSize(5, 5))).landscape()).isFalse();
    }

    @Test
    void labelsStayInTheirBandsAndLinesBetweenFrames() {
        RgbImage frame = FormulaImage.draw("smooth", 160, 90, 1);
        VideoComposite composite =
                VideoComposite.of(Collections.nCopies(2, new FrameSize(160, 90)));
        RgbImage canvas = composite.draw(List.of(frame, frame), new Resampler());
        Box first = composite.places().get(0);
        assertThat(canvas.crop(first).sha256())
                .isEqualTo(canvas.crop(composite.places().get(1)).sha256());
        int line = first.y() + first.height() + 5;
        assertThat(canvas.rgb(0, line - 1)).isEqualTo(0xFFFFFF);
        assertThat(canvas.rgb(0, line)).isZero();
        assertThat(canvas.rgb(1119, line + 1)).isZero();
        assertThat(canvas.rgb(0, line + 2)).isEqualTo(0xFFFFFF);
        assertThat(canvas.crop(composite.labelBox(0)).sha256())
                .isNotEqualTo(canvas.crop(composite.labelBox(1)).sha256());
    }

    @Test
    void refusesWhatWouldVanishOrNotFit() {
        assertThatThrownBy(() -> VideoComposite.of(List.of(new FrameSize(5000, 2))))
                .hasMessageContaining("5000x2 is too narrow");
        List<FrameSize> many = Collections.nCopies(2000, new FrameSize(1280, 720));
        assertThatThrownBy(() -> VideoComposite.of(many)).hasMessageContaining("one buffer");
        assertThatThrownBy(() -> VideoComposite.of(List.of())).hasMessageContaining("0 given");
    }
}
