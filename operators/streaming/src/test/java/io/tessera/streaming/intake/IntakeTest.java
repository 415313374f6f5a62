/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntakeTest {
    private final List<String> started = new ArrayList<>();
    private final Intake intake = new Intake(4, Runnable::run);

    private void submit(String... records) {
        for (String record : records) {
            intake.submit(() -> started.add(record));
        }
    }

    private void planned(String record, int units) {
        intake.planned(record, units);
        for (int i = 0; i < units; i++) {
            intake.arrived(record);
        }
    }

    @Test
    void plansOneAheadWhileTheWorkersHaveEnoughToDo() {
        submit("a", "b", "c");
        assertThat(started).containsExactly("a", "b");
        planned("a", 2);
        assertThat(started).containsExactly("a", "b", "c");
    }

    @Test
    void letsOneOtherInputInBesideALongOneAndNoMore() {
        submit("film");
        planned("film", 720);
        submit("page", "next");
        assertThat(started).containsExactly("film", "page");
        planned("page", 1);
        assertThat(started).containsExactly("film", "page");
        intake.ended("page");
        assertThat(started).containsExactly("film", "page", "next");
    }

    @Test
    void takesTheNextOfManySmallInputsAsUnitsEnd() {
        submit("a", "b", "c", "d", "e", "f");
        planned("a", 2);
        planned("b", 2);
        assertThat(started).hasSize(3);
        intake.ended("a");
        assertThat(started).hasSize(4);
    }

    @Test
    void countsUnitsThatARestartBroughtBack() {
        for (int i = 0; i < 10; i++) {
            intake.arrived("film");
            intake.arrived("other");
        }
        submit("next");
        assertThat(started).isEmpty();
        for (int i = 0; i < 10; i++) {
            intake.ended("other");
        }
        assertThat(started).containsExactly("next");
    }

    @Test
    void doesNotCountUnitsTwiceThatWereAnnouncedAndArrive() {
        submit("a");
        planned("a", 3);
        submit("b");
        assertThat(started).containsExactly("a", "b");
    }

    @Test
    void countsInputsThatHaveNoUnitsAsDone() {
        submit("a", "b", "c", "d");
        intake.planned("a", 0);
        intake.planned("b", 0);
        assertThat(started).containsExactly("a", "b", "c", "d");
    }

    @Test
    void pausesTheSourceWhileManyRequestsWaitAndWakesIt() {
        assertThat(intake.room()).isDone();
        for (int i = 0; i < 100; i++) {
            submit("request-" + i);
        }
        var room = intake.room();
        assertThat(room).isNotDone();
        while (started.size() < 99) {
            intake.planned("done", 0);
        }
        assertThat(room).isDone();
        assertThat(intake.room()).isDone();
    }

    @Test
    void refusesTheEndOfAUnitThatNeverArrived() {
        assertThatThrownBy(() -> intake.ended("nobody")).hasMessageContaining("nobody");
    }
}
