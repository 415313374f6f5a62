/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video.container;

import java.math.BigInteger;

/**
 * The unit of a stream's presentation times: {@code num / den} seconds.
 *
 * @param num above 0
 * @param den above 0
 */
public record TimeBase(int num, int den) {
    public TimeBase {
        if (num <= 0 || den <= 0) {
            throw new IllegalArgumentException("time base is " + num + "/" + den);
        }
    }

    /** Microseconds of {@code ticks}, rounded down; saturates instead of overflowing. */
    public long micros(long ticks) {
        long scale = num * 1_000_000L;
        long whole = Math.floorDiv(ticks, den);
        long rest = Math.floorMod(ticks, (long) den);
        if (Math.multiplyHigh(whole, scale) == ((whole * scale) >> 63)
                && rest <= Long.MAX_VALUE / scale) {
            long sum = whole * scale + rest * scale / den;
            if (whole < 0 || sum >= 0) {
                return sum;
            }
        }
        // Whole and rest again, since BigInteger divides towards zero.
        BigInteger exact =
                BigInteger.valueOf(rest)
                        .multiply(BigInteger.valueOf(scale))
                        .divide(BigInteger.valueOf(den))
                        .add(BigInteger.valueOf(whole).multiply(BigInteger.valueOf(scale)));
        if (exact.bitLength() < 63) {
            return exact.longValueExact();
        }
        return ticks < 0 ? Long.MIN_VALUE / 2 : Long.MAX_VALUE / 2;
    }
}
