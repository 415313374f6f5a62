/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.flow;

import io.tessera.v1.UnitState;

/**
 * Units of an input by terminal state.
 *
 * @param recognised read
 * @param blank without ink
 * @param duplicate of an earlier unit
 * @param refused over a limit
 * @param failed with a code
 * @param attempts workers used for the hardest of them
 */
public record Tally(
        int recognised, int blank, int duplicate, int refused, int failed, int attempts) {
    /** Nothing counted yet. */
    public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);

    /** This tally and one unit more. */
    public Tally plus(UnitEnd end) {
        UnitState state = end.state();
        return new Tally(
                recognised + (state == UnitState.RECOGNISED ? 1 : 0),
                blank + (state == UnitState.BLANK ? 1 : 0),
                duplicate + (state == UnitState.DUPLICATE ? 1 : 0),
                refused + (state == UnitState.REFUSED ? 1 : 0),
                failed + (state == UnitState.FAILED ? 1 : 0),
                Math.max(attempts, end.work().attempts()));
    }

    /** Units in any state. */
    public int total() {
        return recognised + blank + duplicate + refused + failed;
    }
}
