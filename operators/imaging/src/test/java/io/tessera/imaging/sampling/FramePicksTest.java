/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FramePicksTest {
    @Test
    void xcomposerTakesAboutOneASecondAndNeverTheTailOfMany() {
        assertThat(FramePicks.xcomposer(300, 30, 32))
                .containsExactly(0, 30, 60, 90, 120, 150, 180, 210, 240, 270);
        assertThat(FramePicks.xcomposer(960, 30, 32)).hasSize(32).startsWith(0, 30).endsWith(930);
        assertThat(FramePicks.xcomposer(1200, 29.97, 32))
                .hasSize(32)
                .startsWith(0, 30, 60, 90, 120, 180)
                .endsWith(990, 1050, 1080, 1110);
        assertThat(FramePicks.xcomposer(3000, 25, 32))
                .hasSize(32)
                .startsWith(0, 75, 175, 250, 350, 450)
                .endsWith(2525, 2625, 2725, 2800);
        assertThat(FramePicks.xcomposer(100, 23.976, 32)).containsExactly(0, 24, 48, 72, 96);
    }

    @Test
    void internVlTakesTheMiddleOfEqualStretches() {
        assertThat(FramePicks.internVl(300, 30, 8))
                .containsExactly(18, 55, 93, 130, 168, 205, 242, 280);
        assertThat(FramePicks.internVl(250, 25, 8, 2, 6))
                .containsExactly(56, 68, 81, 94, 106, 118, 131, 144);
        assertThat(FramePicks.internVl(5, 25, 8)).containsExactly(0, 0, 1, 2, 2, 2, 3, 4);
        assertThat(FramePicks.internVl(1000, 29.97, 16))
                .containsExactly(
                        31, 93, 156, 218, 281, 343, 406, 468, 531, 593, 655, 718, 780, 843, 905,
                        968);
    }

    @Test
    void picksRiseAndStayInsideTheVideo() {
        Random random = new Random(11);
        for (int i = 0; i < 5000; i++) {
            int count = 1 + random.nextInt(20_000);
            double fps = 0.05 + random.nextDouble() * 120;
            int wanted = 1 + random.nextInt(80);
            check(FramePicks.xcomposer(count, fps, wanted), count);
            assertThat(FramePicks.xcomposer(count, fps, wanted)).hasSizeLessThanOrEqualTo(wanted);
            check(FramePicks.internVl(count, fps, wanted), count);
            assertThat(FramePicks.internVl(count, fps, wanted)).hasSize(wanted);
        }
    }

    private static void check(int[] picks, int count) {
        assertThat(picks).isSorted().isNotEmpty();
        assertThat(picks[0]).isNotNegative();
        assertThat(picks[picks.length - 1]).isLessThan(count);
    }

    @Test
    void refusesARateThatIsNone() {
        assertThatThrownBy(() -> FramePicks.xcomposer(10, 0, 4)).hasMessageContaining("rate");
        assertThatThrownBy(() -> FramePicks.internVl(10, Double.NaN, 4))
                .hasMessageContaining("NaN");
    }
}
