/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.reading.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RepetitionTest {
    @Test
    void findsALoopAtTheEnd() {
        assertThat(Repetition.find("It begins well. " + "the car the ".repeat(12))).isPresent();
        assertThat(Repetition.find("0".repeat(200))).contains("0");
    }

    @Test
    void findsALoopThatBreaksOffInTheMiddleOfATurn() {
        assertThat(Repetition.find("A road. " + "A car goes by. ".repeat(9) + "A car go"))
                .isPresent();
    }

    @Test
    void findsWordsThatHardlyVary() {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            text.append(random.nextInt(10) == 0 ? "um yes it is " : "it is so ");
        }

        assertThat(Repetition.find(text.toString())).isPresent();
    }

    @Test
    void passesWhatPeopleWrite() {
        assertThat(Repetition.find("Contents\nOne " + ".".repeat(80) + " 3")).isEmpty();
        assertThat(Repetition.find("No, no, no, no!")).isEmpty();
        assertThat(Repetition.find("Row, row, row your boat, gently down the stream. ".repeat(3)))
                .isEmpty();
        assertThat(Repetition.find("")).isEmpty();
    }
}
