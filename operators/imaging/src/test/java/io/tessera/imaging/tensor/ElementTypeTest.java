/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElementTypeTest {
    @ParameterizedTest
    @CsvSource({
        "1.0, 3C00",
        "-2.0, C000",
        "65504, 7BFF",
        "65519, 7BFF",
        "65520, 7C00",
        "6.103515625e-5, 0400",
        "6.097555160522461e-5, 03FF",
        "5.960464477539063e-8, 0001",
        "2.98e-8, 0000",
        "0.0, 0000",
        "-0.0, 8000",
        "1.00048828125, 3C00",
        "1.00146484375, 3C02",
        "0.33325195, 3555"
    })
    void halvesAreRoundedToNearestAndTiesToEven(float value, String bits) {
        assertThat(ElementType.FLOAT16.bits(value)).isEqualTo(Integer.parseInt(bits, 16));
    }

    @ParameterizedTest
    @CsvSource({
        "1.0, 3F80",
        "-2.0, C000",
        "1.00390625, 3F80",
        "1.01171875, 3F82",
        "1.0039064, 3F81",
        "3.14159274, 4049"
    })
    void upperHalvesAreRoundedToNearestAndTiesToEven(float value, String bits) {
        assertThat(ElementType.BFLOAT16.bits(value)).isEqualTo(Integer.parseInt(bits, 16));
    }

    @Test
    void halvesOfEveryNormalisedByteLieNextToIt() {
        for (Statistics statistics : Statistics.values()) {
            for (int channel = 0; channel < 3; channel++) {
                for (int value = 0; value < 256; value++) {
                    float exact = statistics.normalise(value, channel);
                    int bits = ElementType.FLOAT16.bits(exact);
                    double step = Math.scalb(1.0, Math.max(Math.getExponent(exact), -14) - 10);
                    assertThat(Math.abs(widen(bits) - exact)).isLessThanOrEqualTo(step / 2);
                }
            }
        }
    }

    private static double widen(int bits) {
        int exponent = (bits >> 10) & 31;
        double mantissa = (bits & 1023) / 1024.0;
        double size =
                exponent == 0 ? Math.scalb(mantissa, -14) : Math.scalb(1 + mantissa, exponent - 15);
        return (bits & 0x8000) == 0 ? size : -size;
    }
}
