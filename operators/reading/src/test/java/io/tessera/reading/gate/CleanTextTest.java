/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.reading.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CleanTextTest {
    @Test
    void removesWhatNobodySees() {
        assertThat(CleanText.of("a\u0000b\u001B[31mc\u202Ed\u2066e\u200Ff\uFEFFg\u0085h"))
                .isEqualTo("ab[31mcdefgh");
        assertThat(CleanText.of("x\uD800y\uFFFEz\uFDD0")).isEqualTo("xyz");
    }

    @Test
    void keepsLinesTabsAndEveryScript() {
        assertThat(CleanText.of("a\tb\r\nc\rd\n")).isEqualTo("a\tb\nc\nd\n");
        assertThat(CleanText.of("שלום 你好 \uD83D\uDE97 e\u0301"))
                .isEqualTo("שלום 你好 \uD83D\uDE97 e\u0301");
    }

    @Test
    void isDoneInOneGo() {
        String once = CleanText.of("\u202Aa\r\r\nb\u0001");

        assertThat(CleanText.of(once)).isEqualTo(once);
    }
}
