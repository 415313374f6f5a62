/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker.protocol;

import io.tessera.contract.failure.Code;
import io.tessera.v1.InputPlan;
import io.tessera.v1.InputState;
import io.tessera.v1.Kind;
import io.tessera.v1.UnitReading;
import io.tessera.v1.UnitSpec;
import java.util.Map;
import java.util.TreeMap;

/** What crosses the socket. */
public sealed interface Message {
    /** Raised whenever a frame changes its meaning or its form. */
    int PROTOCOL = 1;

    /** Worker: the first word. The build id tells whether both sides know the same records. */
    record Hello(int protocol, String buildId, long pid) implements Message {}

    /**
     * Parent: the answer to {@link Hello}.
     *
     * @param window file that ranges of the input are laid into, mapped by both sides
     * @param slotBytes bytes of one slot of the window, which holds one range
     * @param slots number of slots
     */
    record Welcome(int protocol, String buildId, String window, int slotBytes, int slots)
            implements Message {}

    /** Parent: the password of the input that is opened next. Never printed. */
    record Password(String text) implements Message {
        @Override
        public String toString() {
            return "Password[...]";
        }
    }

    /**
     * Parent: open an input, and close the one that is open. Answered by {@link Opened} or {@link
     * Failure}.
     *
     * @param options texts of the options that are set
     */
    record Open(Kind kind, String inputId, long length, Map<String, String> options)
            implements Message {
        public Open {
            options = new TreeMap<>(options);
        }
    }

    /** Worker: the input is open. */
    record Opened() implements Message {}

    /** Parent: plan the open input. Answered by {@link PlanAnswer} or {@link Failure}. */
    record Plan() implements Message {}

    /**
     * Parent: read a unit of the open input. Answered by {@link UnitAnswer} or {@link Failure}.
     *
     * @param region file to lay pictures into
     * @param regionBytes bytes of it that are granted
     */
    record Read(UnitSpec unit, String region, long regionBytes) implements Message {}

    /** Worker: lay these bytes of the open input into a slot of the window. */
    record RangeRequest(int slot, long position, int length) implements Message {}

    /** Parent: the range lies in its slot. */
    record RangeReady(int length) implements Message {}

    /** Worker: the work goes on. */
    record Progress() implements Message {}

    /** Worker: the plan of the open input. */
    record PlanAnswer(InputPlan plan) implements Message {}

    /** Worker: the reading of the unit; its pictures lie in the region. */
    record UnitAnswer(UnitReading reading) implements Message {}

    /**
     * Worker: the input cannot be read, with the fields of an InputFailure; or, with the state
     * CRASH, what was thrown that should not have been.
     */
    record Failure(InputState state, Code code, String text) implements Message {}

    /**
     * Worker: ready for the next command; follows every answer to one, and every failure.
     *
     * @param residentBytes memory of the worker's own, without what is shared with the parent
     */
    record Rest(long residentBytes) implements Message {}

    /** Parent: close the open input. Answered by {@link Closed}. */
    record Close() implements Message {}

    /** Worker: no input is open. */
    record Closed() implements Message {}

    /** Parent: end. */
    record Shutdown() implements Message {}
}
