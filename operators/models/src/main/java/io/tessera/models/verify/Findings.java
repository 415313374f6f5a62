/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the check of one case found: differences beyond tolerance, and the largest one at all. */
public final class Findings {
    private static final int SHOWN = 3;

    private final List<String> faults = new ArrayList<>();
    private final double absolute;
    private final double relative;
    private double largest = Double.NaN;

    /**
     * Starts with nothing found.
     *
     * @param tolerance {@code {"abs": a, "rel": r}}; missing: exact
     */
    Findings(JsonNode tolerance) {
        this.absolute = tolerance.path("abs").asDouble(0);
        this.relative = tolerance.path("rel").asDouble(0);
    }

    /** Notes a fault unless both are equal. */
    public void same(String what, @Nullable Object got, @Nullable Object want) {
        if (got == null ? want != null : !got.equals(want)) {
            fault("%s is %s, recorded %s".formatted(what, got, want));
        }
    }

    /** Notes a fault. */
    public void fault(String what) {
        faults.add(what);
    }

    /** Notes a fault unless {@code |got - want| <= abs + rel * |want|}. */
    public void close(String what, double got, double want) {
        close(what, got, want, absolute + relative * Math.abs(want));
    }

    /** As {@link #close(String, double, double)} with a tolerance of its own. */
    public void close(String what, double got, double want, double tolerance) {
        double difference = Math.abs(got - want);
        if (Double.isNaN(largest) || difference > largest) {
            largest = difference;
        }
        if (!(difference <= tolerance)) {
            fault("%s is %s, recorded %s, %.2g apart".formatted(what, got, want, difference));
        }
    }

    /** Compares number by number; different counts are a fault. */
    public void close(String what, float[] got, float[] want) {
        if (got.length != want.length) {
            fault("%s has %d numbers, recorded %d".formatted(what, got.length, want.length));
            return;
        }
        for (int i = 0; i < got.length; i++) {
            close(what + "[" + i + "]", got[i], want[i]);
        }
    }

    boolean clean() {
        return faults.isEmpty();
    }

    String reason() {
        String shown = String.join("; ", faults.subList(0, Math.min(SHOWN, faults.size())));
        int more = faults.size() - SHOWN;
        return more > 0 ? shown + "; and " + more + " more" : shown;
    }

    @Nullable Double difference() {
        return Double.isNaN(largest) ? null : largest;
    }
}
