/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.tensor;

/** How a number of a tensor is stored; rounding is to nearest, ties to even. */
public enum ElementType {
    /** IEEE single. */
    FLOAT32(4),
    /** Upper half of a single. */
    BFLOAT16(2),
    /** IEEE half. */
    FLOAT16(2);

    private static final int HALF_BIAS = 15;
    private static final int HALF_BITS = 10;

    private final int bytes;

    ElementType(int bytes) {
        this.bytes = bytes;
    }

    /** Bytes of one number. */
    public int bytes() {
        return bytes;
    }

    /** The stored bits of a finite number; of a 16-bit type in the lower half. */
    int bits(float value) {
        return switch (this) {
            case FLOAT32 -> Float.floatToRawIntBits(value);
            case BFLOAT16 -> brain(value);
            case FLOAT16 -> half(value);
        };
    }

    private static int brain(float value) {
        int bits = Float.floatToRawIntBits(value);
        return (bits + 0x7FFF + ((bits >>> 16) & 1)) >>> 16;
    }

    private static int half(float value) {
        int sign = Float.floatToRawIntBits(value) >>> 31 << 15;
        double size = Math.abs((double) value);
        int exponent = Math.max(Math.getExponent(size), 1 - HALF_BIAS);
        // Scaling by a power of two is exact, so that rint alone rounds.
        long steps = (long) Math.rint(Math.scalb(size, HALF_BITS - exponent));
        if (steps == 0) {
            return sign;
        }
        boolean normal = steps >= 1 << HALF_BITS;
        int biased = normal ? exponent + HALF_BIAS : 0;
        // A mantissa that rounds up to 2^11 carries into the exponent by plain addition.
        int magnitude = (biased << HALF_BITS) + (int) steps - (normal ? 1 << HALF_BITS : 0);
        return sign | Math.min(magnitude, 0x7C00);
    }
}
