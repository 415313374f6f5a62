/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.reading.literal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClockTest {
    private static final long SECOND = 1_000_000;

    @Test
    void writesMinutesAndHours() {
        Clock clock = new Clock(0, 30 * SECOND);

        assertThat(clock.at(12_400_000)).isEqualTo("0:12");
        assertThat(clock.at(12_500_000)).isEqualTo("0:13");
        assertThat(clock.at(59_900_000)).isEqualTo("1:00");
        assertThat(clock.at(3_727 * SECOND)).isEqualTo("1:02:07");
    }

    @Test
    void carriesTenthsOverInAShortChunk() {
        Clock clock = new Clock(0, 2 * SECOND);

        assertThat(clock.at(949_999)).isEqualTo("0:00.9");
        assertThat(clock.at(950_000)).isEqualTo("0:01.0");
    }

    @Test
    void saysAtWhereBothEndsReadTheSame() {
        Clock clock = new Clock(0, 30 * SECOND);

        assertThat(clock.during(4_900_000, 5_300_000)).isEqualTo("at 0:05");
        assertThat(clock.during(4_900_000, 6_300_000)).isEqualTo("from 0:05 to 0:06");
    }

    @Test
    void writesLengthsForPeople() {
        assertThat(Clock.length(SECOND)).isEqualTo("one second");
        assertThat(Clock.length(SECOND / 2)).isEqualTo("0.5 seconds");
        assertThat(Clock.length(2 * SECOND)).isEqualTo("2 seconds");
        assertThat(Clock.length(4_960_000)).isEqualTo("5 seconds");
        assertThat(Clock.length(30_160_000)).isEqualTo("30 seconds");
        assertThat(Clock.length(120 * SECOND)).isEqualTo("2 minutes");
        assertThat(Clock.length(125 * SECOND)).isEqualTo("2 minutes and 5 seconds");
        assertThat(Clock.length(121 * SECOND)).isEqualTo("2 minutes and 1 second");
    }
}
