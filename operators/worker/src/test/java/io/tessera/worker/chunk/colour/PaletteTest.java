/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker.chunk.colour;

import static org.assertj.core.api.Assertions.assertThat;

import io.tessera.v1.Colour;
import io.tessera.worker.chunk.step.Scene;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PaletteTest {
    @Test
    void namesColoursByTheirShare() {
        Palette palette = new Palette();
        byte[] blue = Scene.plain(0x0000FF);
        palette.accept(Scene.step(0, Scene.square(blue, 0, 0, 60, 0xFFFFFF)));

        List<Colour> colours = palette.colours();

        assertThat(colours).extracting(Colour::getName).containsExactly("blue", "white");
        assertThat(colours.get(0).getRgb()).isEqualTo("#0000ff");
        assertThat(colours.get(0).getShare()).isEqualTo(0.75);
        assertThat(colours.get(1).getShare()).isEqualTo(0.25);
    }

    @Test
    void takesNoisyShadesAsOneColour() {
        Palette palette = new Palette();
        palette.accept(Scene.step(0, Scene.noisy(Scene.plain(0x6F6F70), 5, new Random(1))));

        assertThat(palette.colours()).extracting(Colour::getName).containsExactly("grey");
    }

    @Test
    void namesAtMostFiveColoursAndEachOnce() {
        Palette palette = new Palette();
        palette.accept(Scene.step(0, new Scene(3).rgb()));

        assertThat(palette.colours())
                .hasSizeLessThanOrEqualTo(5)
                .extracting(Colour::getName)
                .doesNotHaveDuplicates();
    }

    @Test
    void isEmptyWithoutSteps() {
        assertThat(new Palette().colours()).isEmpty();
    }
}
