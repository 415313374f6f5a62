/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tessera.imaging.RgbImage;
import io.tessera.imaging.family.Partitions;
import io.tessera.imaging.formula.FormulaImage;
import io.tessera.imaging.partition.Cutter;
import io.tessera.imaging.partition.Layout;
import io.tessera.imaging.partition.Partition;
import io.tessera.imaging.partition.Pieces;
import io.tessera.imaging.resample.Resampler;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TileTensorTest {
    @ParameterizedTest
    @CsvSource({
        "xcomposer2d5, hd_num=6, 300, 170, FLOAT32",
        "xcomposer2d5, hd_num=6, 170, 301, BFLOAT16",
        "xcomposer2d5, hd_num=6 padding=centre scale=1.5, 811, 601, FLOAT32",
        "xcomposer2d5, hd_num=6 padding=centre scale=1.5, 601, 811, FLOAT32",
        "xcomposer2d5-video, '', 120, 500, FLOAT32",
        "xcomposer2d5-video, '', 500, 123, FLOAT16",
        "xcomposer2-4khd, hd_num=9, 90, 301, FLOAT32",
        "xcomposer2-4khd, hd_num=9, 77, 76, FLOAT32",
        "xcomposer2, img_size=490, 333, 222, FLOAT32",
        "internvl2_5, max_num=6, 401, 299, FLOAT32",
        "internvl2_5, max_num=6, 200, 411, FLOAT16"
    })
    void onePassGivesTheBitsOfCuttingThenNormalising(
            String strategy, String options, int width, int height, ElementType type) {
        Partition partition = Partitions.of(strategy, options(options));
        RgbImage image = FormulaImage.draw("mix", width, height, 7);
        Layout layout = partition.layout(width, height);
        TileTensor tensor = new TileTensor(new Resampler(), partition.statistics(), type);
        int bytes = (int) tensor.byteCount(layout);
        ByteBuffer got = ByteBuffer.allocateDirect(bytes + 12);
        got.position(4);
        tensor.write(image, layout, got);
        assertThat(got.position()).isEqualTo(4 + bytes);
        ByteBuffer want = ByteBuffer.allocate(bytes);
        Normaliser normaliser = new Normaliser(partition.statistics(), type);
        for (RgbImage view : views(new Cutter().cut(image, partition))) {
            normaliser.write(view, want);
        }
        assertThat(want.remaining()).isZero();
        assertThat(got.flip().position(4).mismatch(want.flip())).isEqualTo(-1);
    }

    private static List<RgbImage> views(Pieces pieces) {
        List<RgbImage> views = new ArrayList<>(pieces.tiles());
        pieces.thumbnail().ifPresent(views::add);
        return views;
    }

    private static Map<String, String> options(String text) {
        Map<String, String> options = new HashMap<>();
        for (String option : text.split(" ", -1)) {
            if (!option.isEmpty()) {
                String[] parts = option.split("=", 2);
                options.put(parts[0], parts[1]);
            }
        }
        return options;
    }

    @Test
    void refusesABufferThatIsTooSmall() {
        Partition partition = Partitions.of("xcomposer2", Map.of());
        TileTensor tensor =
                new TileTensor(new Resampler(), partition.statistics(), ElementType.FLOAT32);
        ByteBuffer small = ByteBuffer.allocate(1000);
        assertThatThrownBy(
                        () -> tensor.write(RgbImage.allocate(3, 3), partition.layout(3, 3), small))
                .hasMessageContaining("need 2881200 bytes")
                .hasMessageContaining("room for 1000");
    }
}
