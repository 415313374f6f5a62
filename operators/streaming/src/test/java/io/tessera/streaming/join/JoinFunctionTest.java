/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tessera.streaming.flow.InputRef;
import io.tessera.streaming.flow.Step;
import io.tessera.streaming.flow.Tally;
import io.tessera.streaming.testing.Samples;
import io.tessera.v1.InputState;
import io.tessera.v1.UnitState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("try") // What a harness throws on closing is an error of the test.
class JoinFunctionTest {
    private static KeyedOneInputStreamOperatorTestHarness<String, Step, Step> harness()
            throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new JoinFunction()), Step::key, Types.STRING);
    }

    private static Step read(InputRef input, int index) {
        return Step.read(input, Samples.end(index, UnitState.RECOGNISED));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void handsUnitsOnInOrderWhateverOrderTheyComeIn(long seed) throws Exception {
        InputRef input = Samples.input(0);
        List<Step> steps = new ArrayList<>();
        steps.add(Step.announced(input, Samples.planned(20)));
        for (int i = 0; i < 20; i++) {
            steps.add(read(input, i));
        }
        Collections.shuffle(steps, new Random(seed));
        try (var harness = harness()) {
            harness.open();
            for (Step step : steps) {
                harness.processElement(step, 0);
            }
            List<Step> out = harness.extractOutputValues();
            assertThat(out.get(0).kind()).isEqualTo(Step.Kind.ANNOUNCED);
            assertThat(out.subList(1, 21))
                    .extracting(step -> step.requireEnd().index())
                    .isSorted()
                    .doesNotHaveDuplicates();
            assertThat(out.get(21).kind()).isEqualTo(Step.Kind.COMPLETE);
            assertThat(out).hasSize(22);
            assertThat(harness.numKeyedStateEntries()).isZero();
        }
    }

    @Test
    void handsOnAUnitWithoutWaitingForThoseAfterIt() throws Exception {
        InputRef input = Samples.input(0);
        try (var harness = harness()) {
            harness.open();
            harness.processElement(Step.announced(input, Samples.planned(1_000)), 0);
            harness.processElement(read(input, 0), 0);
            assertThat(harness.extractOutputValues()).hasSize(2);
        }
    }

    @Test
    void completesAnInputWithoutUnitsAtOnce() throws Exception {
        try (var harness = harness()) {
            harness.open();
            harness.processElement(Step.announced(Samples.input(0), Samples.planned(0)), 0);
            assertThat(harness.extractOutputValues())
                    .extracting(Step::kind)
                    .containsExactly(Step.Kind.ANNOUNCED, Step.Kind.COMPLETE);
        }
    }

    @Test
    void countsUnitsByStateAndTheHardestOnesAttempts() throws Exception {
        InputRef input = Samples.input(0);
        UnitState[] states = {
            UnitState.RECOGNISED,
            UnitState.BLANK,
            UnitState.DUPLICATE,
            UnitState.REFUSED,
            UnitState.FAILED
        };
        try (var harness = harness()) {
            harness.open();
            harness.processElement(Step.announced(input, Samples.planned(5)), 0);
            for (int i = 0; i < 5; i++) {
                harness.processElement(Step.read(input, Samples.end(i, states[i])), 0);
            }
            Step complete = harness.extractOutputValues().get(6);
            assertThat(complete.requireTally()).isEqualTo(new Tally(1, 1, 1, 1, 1, 1));
        }
    }

    @Test
    void keepsTwoRequestsForOneInputApart() throws Exception {
        InputRef a = Samples.input(0);
        InputRef b = Samples.input(1);
        assertThat(a.inputId()).isEqualTo(b.inputId());
        try (var harness = harness()) {
            harness.open();
            harness.processElement(Step.announced(a, Samples.planned(2)), 0);
            harness.processElement(Step.announced(b, Samples.planned(3)), 0);
            harness.processElement(read(b, 2), 0);
            harness.processElement(read(a, 1), 0);
            harness.processElement(read(b, 0), 0);
            harness.processElement(read(a, 0), 0);
            harness.processElement(read(b, 1), 0);
            List<Step> out = harness.extractOutputValues();
            assertThat(out)
                    .filteredOn(step -> step.kind() == Step.Kind.COMPLETE)
                    .extracting(step -> step.requireTally().total())
                    .containsExactly(2, 3);
            assertThat(harness.numKeyedStateEntries()).isZero();
        }
    }

    @Test
    void goesOnAfterARestoreWithWhatWaitedForItsTurn() throws Exception {
        InputRef input = Samples.input(0);
        OperatorSubtaskState state;
        try (var harness = harness()) {
            harness.open();
            harness.processElement(Step.announced(input, Samples.planned(3)), 0);
            harness.processElement(read(input, 2), 0);
            harness.processElement(read(input, 1), 0);
            state = harness.snapshot(1, 1);
        }
        try (var harness = harness()) {
            harness.initializeState(state);
            harness.open();
            harness.processElement(read(input, 0), 0);
            assertThat(harness.extractOutputValues())
                    .extracting(Step::kind)
                    .containsExactly(
                            Step.Kind.READ, Step.Kind.READ, Step.Kind.READ, Step.Kind.COMPLETE);
        }
    }

    @Test
    void refusesAUnitThatWasNotAnnounced() throws Exception {
        InputRef input = Samples.input(0);
        Step stranger =
                Step.read(
                        input,
                        new io.tessera.streaming.flow.UnitEnd(
                                0, "page/000099", UnitState.BLANK, null, 1, "ab", Samples.work(1)));
        try (var harness = harness()) {
            harness.open();
            harness.processElement(Step.announced(input, Samples.planned(1)), 0);
            assertThatThrownBy(() -> harness.processElement(stranger, 0))
                    .hasMessageContaining("page/000099")
                    .hasMessageContaining("not announced");
        }
    }

    @Test
    void letsRepliesPass() throws Exception {
        Step resumed = Step.resumed(Samples.input(0), InputState.OK);
        try (var harness = harness()) {
            harness.open();
            harness.processElement(resumed, 0);
            assertThat(harness.extractOutputValues()).containsExactly(resumed);
        }
    }
}
