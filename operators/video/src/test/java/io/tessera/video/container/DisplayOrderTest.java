/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DisplayOrderTest {
    @Test
    void numbersPicturesInDisplayOrderAcrossRestarts() {
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            DisplayOrder<Long> order = new DisplayOrder<>();
            List<String> wrong = new ArrayList<>();
            long number = 0;
            for (int period = 0; period < 4; period++) {
                boolean restart = true;
                int groups = 1 + random.nextInt(30);
                int picture = 0;
                for (int group = 0; group < groups; group++) {
                    List<Integer> shuffled = new ArrayList<>();
                    int size = restart ? 1 : 1 + random.nextInt(8);
                    for (int i = 0; i < size; i++) {
                        shuffled.add(picture++);
                    }
                    Collections.shuffle(shuffled, random);
                    for (int each : shuffled) {
                        order.add(number + each, 2 * each, restart);
                        restart = false;
                        check(order, false, wrong);
                    }
                }
                number += picture;
            }
            check(order, true, wrong);
            assertThat(wrong).as("seed %d", seed).isEmpty();
        }
    }

    private static void check(DisplayOrder<Long> order, boolean ended, List<String> wrong) {
        while (order.ready(ended)) {
            DisplayOrder.Numbered<Long> next = order.take();
            if (next.item() != next.ordinal()) {
                wrong.add(next.toString());
            }
        }
    }
}
