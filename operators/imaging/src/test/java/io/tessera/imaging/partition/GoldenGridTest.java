/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.partition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Grids and token counts that the authors' code gives. */
class GoldenGridTest {
    @ParameterizedTest
    @CsvSource({
        "560, 560, 1x1, 560x560, 841, 1x1, 841",
        "561, 560, 2x2, 1120x1118, 2061, 2x2, 2061",
        "1280, 720, 2x3, 1680x945, 2861, 2x3, 2861",
        "720, 1280, 3x2, 945x1680, 2881, 3x2, 2881",
        "1920, 1080, 3x4, 2240x1260, 5281, 2x3, 2861",
        "3840, 2160, 4x6, 3360x1890, 10101, 2x3, 2861",
        "4000, 500, 1x8, 4480x560, 3641, 1x6, 2841",
        "1200, 4679, 8x3, 1148x4480, 10181, 3x1, 1681",
        "512, 341, 1x1, 560x372, 841, 1x1, 841",
        "564, 376, 2x2, 1120x746, 2061, 2x2, 2061",
        "1200, 750, 2x3, 1680x1050, 2861, 2x3, 2861",
        "1462, 784, 2x3, 1680x900, 2861, 2x3, 2861",
        "1000, 747, 2x2, 1120x836, 2061, 2x2, 2061"
    })
    void xcomposer25(
            int width,
            int height,
            String grid,
            String size,
            int tokens,
            String grid6,
            int tokens6) {
        Layout layout = XComposerPartition.hub().layout(width, height);
        assertThat(text(layout)).isEqualTo(grid);
        assertThat(layout.content().width() + "x" + layout.content().height()).isEqualTo(size);
        assertThat(layout.tokenCount()).isEqualTo(tokens);
        Layout six =
                XComposerPartition.xcomposer25(
                                6, OptionalDouble.of(1.0), XComposerPartition.Padding.END)
                        .layout(width, height);
        assertThat(text(six)).isEqualTo(grid6);
        assertThat(six.tokenCount()).isEqualTo(tokens6);
    }

    @Test
    void xcomposer25AsEvaluatedAndAsInItsDemo() {
        Layout evaluation = XComposerPartition.evaluation().layout(1920, 1080);
        assertThat(text(evaluation)).isEqualTo("4x6");
        assertThat(evaluation.tokenCount()).isEqualTo(10101);
        Layout demo = XComposerPartition.demo().layout(1920, 1080);
        assertThat(text(demo)).isEqualTo("3x5");
        assertThat(demo.tokenCount()).isEqualTo(6481);
    }

    @ParameterizedTest
    @CsvSource({
        "1200, 4679, 25, 8x3, 3709",
        "1200, 4679, 55, 13x4, 7801",
        "512, 341, 25, 4x6, 3661",
        "512, 341, 55, 6x9, 8005",
        "1462, 784, 25, 4x6, 3661",
        "1462, 784, 55, 5x9, 6697"
    })
    void xcomposer4khd(int width, int height, int hdNum, String grid, int tokens) {
        Layout layout = XComposerPartition.xcomposer4khd(hdNum).layout(width, height);
        assertThat(text(layout)).isEqualTo(grid);
        assertThat(layout.tokenCount()).isEqualTo(tokens);
    }

    @ParameterizedTest
    @CsvSource({
        "800, 600, 6, 2x3, 7",
        "800, 600, 12, 3x4, 13",
        "1920, 1080, 6, 1x2, 3",
        "1920, 1080, 12, 2x4, 9",
        "1920, 1080, 18, 3x5, 16",
        "640, 640, 12, 2x2, 5",
        "449, 448, 12, 1x1, 1",
        "300, 1200, 12, 4x1, 5",
        "1000, 800, 24, 4x5, 21",
        "512, 341, 12, 2x3, 7",
        "1200, 4679, 12, 4x1, 5",
        "1000, 747, 12, 3x4, 13"
    })
    void internVl(int width, int height, int maxNum, String grid, int views) {
        Layout layout = InternVlPartition.stills(1, maxNum, true).layout(width, height);
        assertThat(text(layout)).isEqualTo(grid);
        assertThat(layout.views()).isEqualTo(views);
        assertThat(layout.tokenCount()).isEqualTo(256 * views);
    }

    @ParameterizedTest
    @CsvSource({
        "1120, 21760, 20x1, 560x10880, 8821",
        "20480, 1160, 1x18, 9886x560, 7641",
        "1120, 7120, 7x1, 560x3560, 3361",
        "4520, 1160, 1x4, 2182x560, 2041",
        "1120, 890, 1x2, 704x560, 1241"
    })
    void xcomposer25Video(int width, int height, String grid, String size, int tokens) {
        Layout layout = new XComposerVideoPartition().layout(width, height);
        assertThat(text(layout)).isEqualTo(grid);
        assertThat(layout.content().width() + "x" + layout.content().height()).isEqualTo(size);
        assertThat(layout.tokenCount()).isEqualTo(tokens);
    }

    @Test
    void xcomposer2IsOneSquare() {
        assertThat(new SquarePartition(490).layout(123, 4567).tokenCount()).isEqualTo(1225);
        assertThat(new SquarePartition(224).layout(123, 4567).tokenCount()).isEqualTo(256);
    }

    private static String text(Layout layout) {
        return layout.grid().rows() + "x" + layout.grid().columns();
    }
}
