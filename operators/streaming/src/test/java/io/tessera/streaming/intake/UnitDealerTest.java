/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnitDealerTest {
    private final List<String> started = new ArrayList<>();

    private void add(UnitDealer dealer, String input, int units) {
        for (int i = 0; i < units; i++) {
            String unit = input + i;
            dealer.add(input, () -> started.add(unit));
        }
    }

    @Test
    void startsNoMoreThanItsShareAtOnce() {
        UnitDealer dealer = new UnitDealer(3);
        add(dealer, "a", 10);
        assertThat(started).containsExactly("a0", "a1", "a2");
        dealer.ended();
        assertThat(started).hasSize(4);
    }

    @Test
    void dealsInRunsOfOneInputAndInputsInTurn() {
        UnitDealer dealer = new UnitDealer(1);
        add(dealer, "z", 1);
        add(dealer, "a", 20);
        add(dealer, "b", 3);
        add(dealer, "c", 9);
        while (started.size() < 33) {
            dealer.ended();
        }
        StringBuilder turns = new StringBuilder();
        started.forEach(unit -> turns.append(unit.charAt(0)));
        assertThat(turns.toString())
                .isEqualTo("z" + "aaaaaaaa" + "bbb" + "cccccccc" + "aaaaaaaa" + "c" + "aaaa");
        assertThat(started).doesNotHaveDuplicates();
    }

    @Test
    void takesAnInputUpAgainThatHadRunOut() {
        UnitDealer dealer = new UnitDealer(1);
        add(dealer, "a", 1);
        dealer.ended();
        add(dealer, "a", 1);
        assertThat(started).containsExactly("a0", "a0");
    }
}
