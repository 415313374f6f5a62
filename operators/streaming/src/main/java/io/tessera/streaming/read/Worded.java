/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.read;

import io.tessera.reading.engine.Reading;
import io.tessera.v1.Artefact;
import io.tessera.v1.UnitReading;
import io.tessera.v1.UnitState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unit whose outcome is known and only has to be written down.
 *
 * @param unit what the worker said, with the engine's failure in place of its state if it failed
 * @param reading what the engine made of it; null where it was not asked or gave nothing
 * @param shown SHA-256 of the pictures that the engine saw, in order
 * @param artefacts objects that are written already
 * @param engineSeconds time in the engine
 */
record Worded(
        UnitReading unit,
        @Nullable Reading reading,
        List<String> shown,
        List<Artefact> artefacts,
        double engineSeconds) {
    /** A unit that came to no worker. */
    static Worded failed(String unit, String code, String reason) {
        UnitReading failed =
                UnitReading.newBuilder()
                        .setUnit(unit)
                        .setState(UnitState.FAILED)
                        .setCode(code)
                        .setReason(reason)
                        .build();
        return new Worded(failed, null, List.of(), List.of(), 0);
    }

    long tokensOut() {
        return reading == null ? 0 : reading.tokensOut();
    }
}
