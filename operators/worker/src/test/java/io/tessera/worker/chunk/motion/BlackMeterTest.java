/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker.chunk.motion;

import static org.assertj.core.api.Assertions.assertThat;

import io.tessera.v1.Span;
import io.tessera.worker.chunk.step.Scene;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class BlackMeterTest {
    private static final long STEP = 200_000;
    private static final byte[] BLACK = Scene.plain(0x040404);
    private static final byte[] DARK_ROOM =
            Scene.square(Scene.plain(0x101010), 10, 10, 30, 0x804020);

    @Test
    void findsBlackFromItsFirstStepToTheFirstAfterIt() {
        assertThat(meter(30, i -> i >= 5 && i < 12 ? BLACK : DARK_ROOM).black(0, 30 * STEP))
                .containsExactly(new Span(5 * STEP, 12 * STEP));
    }

    @Test
    void leavesOutWhatIsShorterThanHalfASecond() {
        assertThat(meter(30, i -> i == 5 || i == 6 ? BLACK : DARK_ROOM).black(0, 30 * STEP))
                .isEmpty();
    }

    @Test
    void isBlackThroughoutToTheEndOfTheChunk() {
        assertThat(meter(5, i -> BLACK).black(0, STEP * 5 + 77))
                .containsExactly(new Span(0L, STEP * 5 + 77));
    }

    @Test
    void measuresBrightness() {
        assertThat(meter(4, i -> i < 2 ? Scene.plain(0) : Scene.plain(0xFFFFFF)).brightness())
                .isEqualTo(127.5);
        assertThat(new BlackMeter().brightness()).isZero();
    }

    private static BlackMeter meter(int steps, IntFunction<byte[]> pictures) {
        BlackMeter meter = new BlackMeter();
        for (int i = 0; i < steps; i++) {
            meter.accept(Scene.step(i, pictures.apply(i)));
        }
        return meter;
    }
}
