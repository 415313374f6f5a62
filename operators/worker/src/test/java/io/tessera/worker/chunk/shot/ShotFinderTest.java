/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker.chunk.shot;

import static org.assertj.core.api.Assertions.assertThat;

import io.tessera.v1.Span;
import io.tessera.worker.chunk.step.Scene;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class ShotFinderTest {
    private static final byte[] ONE = new Scene(1).rgb();
    private static final byte[] TWO = new Scene(2).rgb();
    private static final byte[] BLACK = Scene.plain(0);

    @Test
    void findsHardCuts() {
        assertThat(changes(50, i -> i < 20 ? ONE : i < 35 ? TWO : new Scene(3).rgb()))
                .containsExactly(20, 35);
    }

    @Test
    void findsACutAtTheLastStep() {
        assertThat(changes(20, i -> i < 19 ? ONE : TWO)).containsExactly(19);
    }

    @Test
    void findsCutsInQuickSuccession() {
        assertThat(changes(40, i -> new Scene(i / 4).rgb()))
                .containsExactly(4, 8, 12, 16, 20, 24, 28, 32, 36);
    }

    @Test
    void takesNoFlashForACut() {
        byte[] flash = Scene.lit(ONE, 1.5, 120);

        assertThat(changes(40, i -> i == 20 ? flash : ONE)).isEmpty();
        assertThat(changes(40, i -> i == 20 || i == 21 ? flash : ONE)).isEmpty();
    }

    @Test
    void takesNoPanForACut() {
        Scene wide = new Scene(4);

        assertThat(changes(60, i -> wide.rgb(4 * i))).isEmpty();
    }

    @Test
    void takesNoChangeOfLightForACut() {
        assertThat(changes(60, i -> Scene.lit(ONE, 1 - 0.3 * Math.min(1, i / 10.0), 0))).isEmpty();
        assertThat(changes(60, i -> i < 30 ? ONE : Scene.lit(ONE, 0.8, 0))).isEmpty();
    }

    @Test
    void isNotMovedByNoise() {
        Random random = new Random(5);

        assertThat(changes(60, i -> Scene.noisy(i < 30 ? ONE : TWO, 20, random)))
                .containsExactly(30);
    }

    @Test
    void findsTheMiddleOfADissolve() {
        List<Integer> changes =
                changes(50, i -> Scene.mixed(TWO, ONE, Math.max(0, Math.min(1, (i - 20) / 5.0))));

        assertThat(changes).hasSize(1);
        assertThat(changes.get(0)).isBetween(21, 24);
    }

    @Test
    void takesNoFadeFromOrToBlackForAChangeOfShots() {
        IntFunction<byte[]> fades =
                i -> Scene.lit(ONE, Math.max(0, Math.min(1, Math.min(i - 5, 45 - i) / 5.0)), 0);

        assertThat(changes(50, fades)).isEmpty();
        assertThat(changes(50, i -> i < 10 || i >= 40 ? BLACK : ONE)).isEmpty();
    }

    @Test
    void beginsAShotWhereBlackEndsWithAnotherPicture() {
        assertThat(changes(40, i -> i >= 15 && i < 22 ? BLACK : i < 15 ? ONE : TWO))
                .containsExactly(22);
        assertThat(changes(40, i -> i >= 15 && i < 22 ? BLACK : ONE)).isEmpty();
        assertThat(
                        changes(
                                50,
                                i ->
                                        Scene.lit(
                                                i < 25 ? ONE : TWO,
                                                Math.min(1, Math.abs(i - 25) / 8.0),
                                                0)))
                .containsExactly(26);
    }

    @Test
    void coversTheChunk() {
        ShotFinder finder = new ShotFinder();
        finder.accept(Scene.step(0, ONE), false);

        assertThat(finder.shots(5, 900)).containsExactly(new Span(5L, 900L));
        assertThat(new ShotFinder().shots(5, 900)).containsExactly(new Span(5L, 900L));
    }

    /** Steps at which shots begin, the first left out. */
    private static List<Integer> changes(int steps, IntFunction<byte[]> pictures) {
        ShotFinder finder = new ShotFinder();
        for (int i = 0; i < steps; i++) {
            byte[] rgb = pictures.apply(i);
            finder.accept(Scene.step(i, rgb), java.util.Arrays.equals(rgb, BLACK));
        }
        List<Span> shots = finder.shots(0, steps * 200_000L);
        assertThat(shots.get(0).getStartMicros()).isZero();
        assertThat(shots.get(shots.size() - 1).getEndMicros()).isEqualTo(steps * 200_000L);
        return shots.stream().skip(1).map(s -> (int) (s.getStartMicros() / 200_000)).toList();
    }
}
