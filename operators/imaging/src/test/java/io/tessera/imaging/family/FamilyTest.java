/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tessera.imaging.RgbImage;
import io.tessera.imaging.composite.VideoComposite.FrameSize;
import io.tessera.imaging.formula.FormulaImage;
import io.tessera.imaging.partition.Pieces;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FamilyTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "xcomposer2d5 | {hd_num=24, num_frm=32, padding=end, scale=1.0}",
                "xcomposer2-4khd | {hd_num=25}",
                "xcomposer2 | {img_size=490}",
                "internvl2_5 | {max_num=12, min_num=1, segments=32, use_thumbnail=true}"
            })
    void defaultsAreThePublishedOnes(String name, String options) {
        assertThat(Family.of(name, Map.of()).options()).hasToString(options);
    }

    @Test
    void namesTheNearestOfAMisspeltOne() {
        assertThatThrownBy(() -> Family.of("internvl25", Map.of()))
                .hasMessageContaining("nearest is internvl2_5");
        assertThatThrownBy(() -> Family.of("internvl2_5", Map.of("maxnum", "6")))
                .hasMessageContaining("nearest is max_num");
        assertThatThrownBy(() -> Family.of("xcomposer2d5", Map.of("padding", "top")))
                .hasMessageContaining("end or centre");
        assertThatThrownBy(() -> Family.of("xcomposer2d5", Map.of("num_frm", "0")))
                .hasMessageContaining("num_frm");
        assertThatThrownBy(() -> Family.of("xcomposer2", Map.of("img_size", "491")))
                .hasMessageContaining("multiple of 14");
    }

    @Test
    void severalPicturesInAPromptShareXComposersBudget() {
        Family family = Family.of("xcomposer2d5", Map.of("padding", "centre"));
        assertThat(family.still(1).options()).containsEntry("hd_num", "24");
        assertThat(family.still(2).options())
                .containsEntry("hd_num", "6")
                .containsEntry("padding", "centre");
        assertThat(ImageBudget.xcomposerEvaluation(1)).isEqualTo(36);
        assertThat(ImageBudget.xcomposerEvaluation(2)).isEqualTo(9);
        assertThat(ImageBudget.xcomposerEvaluation(5)).isEqualTo(4);
        assertThat(ImageBudget.internVlTraining(12, 5)).isEqualTo(2);
        assertThat(ImageBudget.internVlTraining(12, 50)).isEqualTo(1);
        assertThat(ImageBudget.internVlEvaluation(24, 4)).isEqualTo(16);
        assertThat(ImageBudget.internVlEvaluation(6, 4)).isEqualTo(6);
    }

    @Test
    void aVideoIsSeenAsEachFamilyDoes() {
        RgbImage frame = FormulaImage.draw("mix", 320, 180, 1);
        VideoPieces composite = video("xcomposer2d5", frame, 3);
        assertThat(composite.picture().width()).isEqualTo(1120);
        assertThat(composite.picture().height()).isEqualTo(3 * (630 + 50));
        assertThat(composite.tileDigests())
                .hasSize(composite.pieces().get(0).layout().grid().rows());
        VideoPieces frames = video("internvl2_5", frame, 3);
        Pieces alone =
                new FamilyCutter(Family.of("internvl2_5", Map.of("max_num", "1"))).still(frame, 1);
        assertThat(frames.tileDigests())
                .isEqualTo(Collections.nCopies(3, alone.tileDigests().get(0)));
        assertThat(frames.tokenCount()).isEqualTo(3 * 256);
        VideoPieces sheet = video("xcomposer2", frame, 3);
        assertThat(sheet.tileDigests()).hasSize(1);
    }

    private static VideoPieces video(String family, RgbImage frame, int count) {
        FamilyCutter cutter = new FamilyCutter(Family.of(family, Map.of()));
        VideoView view =
                cutter.video(
                        Collections.nCopies(count, new FrameSize(frame.width(), frame.height())));
        for (int i = 0; i < count; i++) {
            view.add(frame, i * 1_000_000L);
        }
        return view.finish();
    }

    @Test
    void aVideoIsNotFinishedBeforeItsLastFrame() {
        FamilyCutter cutter = new FamilyCutter(Family.of("internvl2_5", Map.of()));
        VideoView view = cutter.video(Collections.nCopies(2, new FrameSize(4, 4)));
        view.add(RgbImage.allocate(4, 4), 0);
        assertThatThrownBy(view::finish).hasMessageContaining("1 of 2 frames");
        assertThatThrownBy(() -> view.add(RgbImage.allocate(5, 4), 1))
                .hasMessageContaining("frame 1 is RgbImage[5x4]");
    }

    @Test
    void framesOfAFamilyWithoutARuleAreSpreadEvenly() {
        assertThat(Family.of("xcomposer2", Map.of()).frames(160, 25))
                .hasSize(16)
                .startsWith(4)
                .endsWith(153);
    }
}
