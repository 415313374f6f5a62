/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.bench;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * One measurement, as {@code bench --json} prints it.
 *
 * @param name what was measured, {@code imaging/FAMILY} with a suffix for a kind of code
 * @param value least of several
 * @param unit {@code ms}: CPU time of the one thread that works, for one picture
 * @param peer whom it is compared with; null where no peer is installed
 * @param peerValue the peer's, measured in the same run
 * @param ratio value over the peer's; below 1 is faster
 * @param threads threads that worked
 * @param spread how far the median lies above the least, as a share of it
 */
public record Measure(
        String name,
        double value,
        String unit,
        @Nullable String peer,
        @Nullable Double peerValue,
        @Nullable Double ratio,
        int threads,
        double spread) {
    public Measure {
        requireNonNull(name, "name is null");
        requireNonNull(unit, "unit is null");
    }

    static Measure alone(String name, Timing timing) {
        return new Measure(name, timing.least(), "ms", null, null, null, 1, timing.spread());
    }

    static Measure beside(String name, Timing timing, String peer, double peerValue) {
        return new Measure(
                name,
                timing.least(),
                "ms",
                peer,
                peerValue,
                timing.least() / peerValue,
                1,
                timing.spread());
    }
}
