/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.tessera.imaging.Box;
import io.tessera.imaging.RgbImage;
import io.tessera.imaging.composite.VideoComposite.FrameSize;
import io.tessera.imaging.family.Family;
import io.tessera.imaging.family.FamilyCutter;
import io.tessera.imaging.family.VideoView;
import io.tessera.imaging.formula.FormulaImage;
import io.tessera.imaging.partition.Pieces;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FamilyPictureTest {
    @ParameterizedTest
    @ValueSource(strings = {"xcomposer2d5", "xcomposer2-4khd", "xcomposer2", "internvl2_5"})
    void drawsEveryFamily(String name) {
        Family family = Family.of(name, Map.of());
        Pieces pieces = new FamilyCutter(family).still(FormulaImage.draw("smooth", 640, 360, 3), 1);
        RgbImage picture = new FamilyPicture().draw(family, pieces);
        assertThat(picture.width()).isBetween(300, 1800);
        assertThat(picture.rgb(0, 0)).isEqualTo(0xFFFFFF);
        assertThat(picture.rgb(16, 16)).isEqualTo(0xE4572E);
    }

    @Test
    void hatchesPaddingOnly() {
        Family family = Family.of("xcomposer2d5", Map.of());
        Pieces pieces = new FamilyCutter(family).still(FormulaImage.draw("smooth", 640, 360, 3), 1);
        RgbImage picture = new FamilyPicture().draw(family, pieces);
        RgbImage canvas = picture.crop(new Box(16, 16, 1120, 1120));
        assertThat(canvas.rgb(300, 700)).isEqualTo(0xB8C4CE);
        assertThat(canvas.rgb(300, 300)).isNotEqualTo(0xB8C4CE);
    }

    @Test
    void tellsWhatTheCommandPrints() {
        Family family = Family.of("internvl2_5", Map.of("max_num", "6"));
        Pieces pieces = new FamilyCutter(family).still(FormulaImage.draw("mix", 800, 600, 3), 1);
        Inspection inspection = Inspection.of(family, pieces);
        assertThat(inspection.grid()).containsExactly(2, 3);
        assertThat(inspection.canvas()).containsExactly(1344, 896);
        assertThat(inspection.tokens()).isEqualTo(7 * 256);
        assertThat(inspection.tiles()).isEqualTo(pieces.tileDigests()).hasSize(6);
        assertThat(inspection.thumbnail()).hasSize(64);
        assertThat(inspection.globalMean()).isNull();
        assertThat(inspection.options()).containsEntry("max_num", "6");
    }

    @Test
    void showsAVideoAsItsCompositeOrItsFrames() {
        RgbImage frame = FormulaImage.draw("mix", 320, 180, 1);
        for (String name : Family.names()) {
            Family family = Family.of(name, Map.of());
            VideoView view =
                    new FamilyCutter(family).video(Collections.nCopies(2, new FrameSize(320, 180)));
            view.add(frame, 0);
            view.add(frame, 1_000_000);
            var video = view.finish();
            assertThat(new FamilyPicture().draw(family, video).height()).isGreaterThan(200);
            assertThat(Inspection.of(family, video).tiles()).isEqualTo(video.tileDigests());
        }
    }
}
