/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.flow;

import static java.util.Objects.requireNonNull;

import io.tessera.v1.InputState;
import org.jspecify.annotations.Nullable;

/**
 * What travels between the steps of a job: a kind, and the parts that this kind has.
 *
 * @param kind what this is
 * @param input the input; null of DEAD_RECORD alone
 * @param planned of ANNOUNCED and COMPLETE
 * @param unit of TO_READ
 * @param end of READ
 * @param tally of COMPLETE
 * @param resumed of RESUMED: the state that the input's record holds
 * @param dead of DEAD_RECORD
 */
public record Step(
        Kind kind,
        @Nullable InputRef input,
        @Nullable PlannedInput planned,
        @Nullable UnitRef unit,
        @Nullable UnitEnd end,
        @Nullable Tally tally,
        @Nullable InputState resumed,
        @Nullable DeadRecord dead) {
    /** What a step is. */
    public enum Kind {
        /** An input's units are known; plan to join. */
        ANNOUNCED,
        /** A unit is to be read; plan to read. */
        TO_READ,
        /** A unit's leaf lies in the store; read to finish. */
        READ,
        /** All units of an input were handed on; join to finish. */
        COMPLETE,
        /** The input was found complete: only its reply is due. */
        RESUMED,
        /** The record is no request. */
        DEAD_RECORD
    }

    public Step {
        requireNonNull(kind, "kind is null");
    }

    public static Step announced(InputRef input, PlannedInput planned) {
        return new Step(Kind.ANNOUNCED, input, planned, null, null, null, null, null);
    }

    public static Step toRead(InputRef input, UnitRef unit) {
        return new Step(Kind.TO_READ, input, null, unit, null, null, null, null);
    }

    public static Step read(InputRef input, UnitEnd end) {
        return new Step(Kind.READ, input, null, null, end, null, null, null);
    }

    public static Step complete(InputRef input, PlannedInput planned, Tally tally) {
        return new Step(Kind.COMPLETE, input, planned, null, null, tally, null, null);
    }

    public static Step resumed(InputRef input, InputState state) {
        return new Step(Kind.RESUMED, input, null, null, null, null, state, null);
    }

    public static Step deadRecord(DeadRecord dead) {
        return new Step(Kind.DEAD_RECORD, null, null, null, null, null, null, dead);
    }

    /** What the stream is keyed by: the input, so that all of it meets in one place, in order. */
    public String key() {
        return input == null ? requireDead().item() : input.inputId();
    }

    /** The input of any step but a dead record. */
    public InputRef requireInput() {
        return requireNonNull(input, "step has no input");
    }

    public PlannedInput requirePlanned() {
        return requireNonNull(planned, "step has no plan");
    }

    public UnitRef requireUnit() {
        return requireNonNull(unit, "step has no unit");
    }

    public UnitEnd requireEnd() {
        return requireNonNull(end, "step has no end");
    }

    public Tally requireTally() {
        return requireNonNull(tally, "step has no tally");
    }

    public DeadRecord requireDead() {
        return requireNonNull(dead, "step has no dead record");
    }
}
