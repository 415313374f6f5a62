/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker.chunk.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EditDistanceTest {
    @Test
    void countsChangesInsertionsAndDeletions() {
        assertThat(EditDistance.between("departures", "departures")).isZero();
        assertThat(EditDistance.between("departures", "depantures")).isEqualTo(1);
        assertThat(EditDistance.between("gate", "gates")).isEqualTo(1);
        assertThat(EditDistance.between("", "abc")).isEqualTo(3);
        assertThat(EditDistance.between("abc", "")).isEqualTo(3);
    }
}
