/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.reading.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.tessera.reading.gate.OutputGate.Fault;
import io.tessera.reading.gate.OutputGate.Passed;
import io.tessera.reading.gate.OutputGate.Refused;
import org.junit.jupiter.api.Test;

class OutputGateTest {
    private final OutputGate gate = new OutputGate(Shape.TEXT, 200);

    @Test
    void passesCleanedAndStrippedText() {
        assertThat(gate.judge("  A white car\r\npasses.\u0000\u202E "))
                .isEqualTo(new Passed("A white car\npasses.", false));
    }

    @Test
    void refusesWhatIsEmptyOnceCleaned() {
        assertThat(fault(gate.judge(""))).isEqualTo(Fault.EMPTY);
        assertThat(fault(gate.judge(" \u200E\uFEFF\u0007\n"))).isEqualTo(Fault.EMPTY);
    }

    @Test
    void refusesALoop() {
        assertThat(fault(gate.judge("A man walks. " + "He walks on. ".repeat(20))))
                .isEqualTo(Fault.REPETITION);
    }

    @Test
    void cutsFreeTextAtTheCap() {
        OutputGate small = new OutputGate(Shape.TEXT, 3);

        assertThat(small.judge("a\uD83D\uDE97cd")).isEqualTo(new Passed("a\uD83D\uDE97c", true));
    }

    @Test
    void refusesTheWrongShape() {
        OutputGate json = new OutputGate(Shape.json("answer", "page"), 200);

        assertThat(json.judge("{\"answer\":\"yes\",\"page\":{\"n\":[1]}}"))
                .isInstanceOf(Passed.class);
        assertThat(fault(json.judge("Sure! {\"answer\":1}"))).isEqualTo(Fault.SHAPE);
        assertThat(json.judge("{\"answer\":\"yes\"}"))
                .isEqualTo(
                        new Refused(
                                Fault.SHAPE,
                                "output has the wrong form: fields are missing: page"));
        assertThat(fault(json.judge("{\"answer\":1,\"page\":2} and more"))).isEqualTo(Fault.SHAPE);
        assertThat(fault(json.judge("{\"answer\":1,\"page\":2"))).isEqualTo(Fault.SHAPE);
        assertThat(fault(json.judge("[1]"))).isEqualTo(Fault.SHAPE);
    }

    @Test
    void neverCutsWhatWouldLoseItsShape() {
        OutputGate json = new OutputGate(Shape.json(), 20);

        assertThat(fault(json.judge("{\"a\":\"" + "xyz".repeat(7) + "\"}")))
                .isEqualTo(Fault.LENGTH);
    }

    private static Fault fault(OutputGate.Verdict verdict) {
        assertThat(verdict).isInstanceOf(Refused.class);
        return ((Refused) verdict).fault();
    }
}
