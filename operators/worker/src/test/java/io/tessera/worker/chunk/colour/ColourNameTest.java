/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker.chunk.colour;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColourNameTest {
    @ParameterizedTest
    @CsvSource({
        "000000, black",
        "0a0a14, black",
        "303030, dark grey",
        "808080, grey",
        "c0c0c0, light grey",
        "ffffff, white",
        "ff0000, red",
        "8b0000, dark red",
        "ff8c00, orange",
        "8b4513, brown",
        "3b2314, dark brown",
        "73473a, brown",
        "ffff00, yellow",
        "f5e6c8, beige",
        "00ff00, green",
        "006400, dark green",
        "90ee90, light green",
        "00ffff, cyan",
        "0000ff, blue",
        "000080, dark blue",
        "add8e6, light blue",
        "800080, dark purple",
        "ff00ff, magenta",
        "ffc0cb, pink",
        "f3d4d3, pink",
        "935b31, brown",
        "e8b08a, beige"
    })
    void isWhatPeopleSay(String hex, String name) {
        int rgb = Integer.parseInt(hex, 16);

        assertThat(ColourName.of(OkLab.ofRgb(rgb >> 16, rgb >> 8 & 255, rgb & 255)))
                .isEqualTo(name);
    }
}
