/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker.chunk.motion;

import static org.assertj.core.api.Assertions.assertThat;

import io.tessera.v1.Motion;
import io.tessera.v1.Span;
import io.tessera.worker.chunk.step.Scene;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class MotionMeterTest {
    private static final long STEP = 200_000;
    private static final byte[] ROOM = new Scene(1).rgb();

    @Test
    void findsWhenASmallThingMoves() {
        List<Motion> stretches =
                stretches(50, i -> Scene.square(ROOM, 10 + 3 * clamp(i, 15, 30), 30, 20, 0xFFFFFF));

        assertThat(stretches).extracting(Motion::getMoving).containsExactly(false, true, false);
        assertThat(stretches.get(1).getStartMicros()).isEqualTo(15 * STEP);
        assertThat(stretches.get(1).getEndMicros()).isEqualTo(30 * STEP);
        assertThat(stretches.get(1).getAmount()).isGreaterThan(1);
        assertThat(stretches.get(0).getAmount()).isZero();
    }

    @Test
    void coversTheChunkWithoutGaps() {
        List<Motion> stretches =
                stretches(50, i -> Scene.square(ROOM, 10 + 5 * (i / 8 % 2) * (i % 8), 30, 20, 0));

        assertThat(stretches.get(0).getStartMicros()).isZero();
        for (int i = 1; i < stretches.size(); i++) {
            assertThat(stretches.get(i).getStartMicros())
                    .isEqualTo(stretches.get(i - 1).getEndMicros());
            assertThat(stretches.get(i).getMoving()).isNotEqualTo(stretches.get(i - 1).getMoving());
        }
        assertThat(stretches.get(stretches.size() - 1).getEndMicros()).isEqualTo(50 * STEP);
    }

    @Test
    void takesNoiseForNoMovement() {
        Random random = new Random(3);

        assertThat(stretches(40, i -> Scene.noisy(ROOM, 8, random)))
                .extracting(Motion::getMoving)
                .containsExactly(false);
    }

    @Test
    void takesAChangeOfLightForNoMovement() {
        byte[] dim = Scene.lit(ROOM, 0.6, 20);

        assertThat(stretches(40, i -> Scene.lit(dim, 1 + 0.5 * clamp(i, 10, 30) / 30.0, 0)))
                .extracting(Motion::getMoving)
                .containsExactly(false);
        assertThat(stretches(40, i -> Scene.lit(dim, 1, 2.0 * clamp(i, 10, 30))))
                .extracting(Motion::getMoving)
                .containsExactly(false);
    }

    @Test
    void takesAPanForMovementThroughout() {
        Scene wide = new Scene(2);

        assertThat(stretches(40, i -> wide.rgb(2 * i)))
                .extracting(Motion::getMoving)
                .containsExactly(true);
    }

    @Test
    void takesACutForNoMovement() {
        byte[] other = new Scene(9).rgb();
        MotionMeter meter = meter(40, i -> i < 20 ? ROOM : other);
        List<Span> shots = List.of(new Span(0L, 20 * STEP), new Span(20 * STEP, 40 * STEP));

        assertThat(meter.stretches(0, 40 * STEP, shots))
                .containsExactly(new Motion(0L, 40 * STEP, false, 0.0));
    }

    @Test
    void findsFreezesOfTwoSecondsAndMore() {
        Random random = new Random(4);
        IntFunction<byte[]> pictures =
                i ->
                        (i >= 10 && i <= 25) || (i >= 30 && i <= 35)
                                ? ROOM
                                : Scene.noisy(ROOM, 3, random);

        assertThat(meter(50, pictures).frozen(0, 50 * STEP))
                .containsExactly(new Span(10 * STEP, 25 * STEP));
    }

    @Test
    void saysThatASingleFrameIsStill() {
        assertThat(stretches(1, i -> ROOM)).containsExactly(new Motion(0L, STEP, false, 0.0));
        assertThat(new MotionMeter().stretches(3, 9, List.of()))
                .containsExactly(new Motion(3L, 9L, false, 0.0));
    }

    private static int clamp(int value, int least, int most) {
        return Math.max(least, Math.min(most, value));
    }

    private static List<Motion> stretches(int steps, IntFunction<byte[]> pictures) {
        return meter(steps, pictures)
                .stretches(0, steps * STEP, List.of(new Span(0L, steps * STEP)));
    }

    private static MotionMeter meter(int steps, IntFunction<byte[]> pictures) {
        MotionMeter meter = new MotionMeter();
        for (int i = 0; i < steps; i++) {
            meter.accept(Scene.step(i, pictures.apply(i)));
        }
        return meter;
    }
}
