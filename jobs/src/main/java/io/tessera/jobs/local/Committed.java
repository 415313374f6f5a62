/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.local;

import io.tessera.v1.LedgerEntry;
import io.tessera.v1.Plan;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the ledger says about one input under one revision. Used by one thread. */
final class Committed {
    private final Map<String, @Nullable String> leaves = new HashMap<>();
    private List<String> units = List.of();
    private boolean planned;
    private int attempts;
    private @Nullable Instant startedAt;

    void plan(Plan plan) {
        units = List.copyOf(plan.getUnits());
        planned = true;
    }

    /** Counts a terminal state; counted once however often it comes. */
    void entry(String unit, LedgerEntry entry) {
        leaves.put(unit, entry.getLeaf());
        attempts = Math.max(attempts, entry.getRun().getAttempts());
        Instant started = entry.getRun().getStartedAt();
        if (started != null && (startedAt == null || started.isBefore(startedAt))) {
            startedAt = started;
        }
    }

    boolean planned() {
        return planned;
    }

    /** Units announced, in order. */
    List<String> units() {
        return units;
    }

    boolean has(String unit) {
        return leaves.containsKey(unit);
    }

    /** Key of a unit's leaf; empty where it has none. */
    Optional<String> leaf(String unit) {
        return Optional.ofNullable(leaves.get(unit));
    }

    /** Announced units that have a terminal state. */
    long terminalUnits() {
        return units.stream().filter(leaves::containsKey).count();
    }

    boolean complete(String whole) {
        return planned && has(whole) && terminalUnits() == units.size();
    }

    int attempts() {
        return attempts;
    }

    /** When work on the first of its items began. */
    Optional<Instant> startedAt() {
        return Optional.ofNullable(startedAt);
    }
}
