/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimeBaseTest {
    @Test
    void microsecondsAreExactRoundedDownAndSaturate() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            TimeBase base =
                    new TimeBase(
                            1 + random.nextInt(1 << random.nextInt(31)),
                            1 + random.nextInt(1 << random.nextInt(31)));
            long ticks = random.nextLong() >> random.nextInt(63);
            BigInteger[] exact =
                    BigInteger.valueOf(ticks)
                            .multiply(BigInteger.valueOf(1_000_000L * base.num()))
                            .divideAndRemainder(BigInteger.valueOf(base.den()));
            BigInteger floor = exact[1].signum() < 0 ? exact[0].subtract(BigInteger.ONE) : exact[0];
            long micros = base.micros(ticks);
            if (floor.bitLength() < 62) {
                assertThat(micros).as("%d in %s", ticks, base).isEqualTo(floor.longValueExact());
            } else {
                assertThat(Long.signum(micros)).isEqualTo(floor.signum());
                assertThat(Math.abs(micros)).isGreaterThan(1L << 61);
            }
        }
    }
}
