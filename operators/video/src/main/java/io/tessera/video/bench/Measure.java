/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video.bench;

import java.util.OptionalDouble;

/**
 * One measurement beside a peer's.
 *
 * @param name {@code video/PLAN}
 * @param value least CPU milliseconds of the runs
 * @param peer whose value stands beside it; empty if none is installed
 * @param peerValue the peer's least CPU milliseconds; 0 without a peer
 * @param spread largest less least of our runs, as a share of the least
 */
public record Measure(String name, double value, String peer, double peerValue, double spread) {
    /** Unit of both values. */
    public static final String UNIT = "ms";

    /** Threads of both. */
    public static final int THREADS = 1;

    /** Ours as a share of the peer's: below 1 is better. */
    public OptionalDouble ratio() {
        return peerValue > 0 ? OptionalDouble.of(value / peerValue) : OptionalDouble.empty();
    }
}
