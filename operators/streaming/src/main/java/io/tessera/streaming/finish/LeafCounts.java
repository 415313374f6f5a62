/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.finish;

import static java.util.Objects.requireNonNull;

import io.tessera.contract.failure.Code;
import io.tessera.streaming.leaf.UnitLeaf;
import io.tessera.v1.Caption;
import io.tessera.v1.DecodeHealth;
import io.tessera.v1.UnitCount;
import io.tessera.v1.UnitState;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts what the leaves of one input say, one leaf at a time. Not thread-safe. */
final class LeafCounts {
    private final Map<UnitState, Integer> states = new EnumMap<>(UnitState.class);
    private final List<String> missing = new ArrayList<>();
    private final Set<Code> codes = EnumSet.noneOf(Code.class);
    private @Nullable String firstCode;
    private @Nullable String firstReason;
    private long packets;
    private long framesExpected;
    private long framesDecoded;
    private long framesFlagged;
    private int framesSampled;

    /** Counts a unit whose leaf was loaded. */
    void add(String unit, UnitLeaf leaf) {
        states.merge(leaf.state(), 1, Integer::sum);
        String code = leaf.code();
        if (leaf.state() == UnitState.FAILED || leaf.state() == UnitState.REFUSED) {
            fail(unit, code == null ? Code.NOTHING_DELIVERED.name() : code, leaf.reason());
        }
        for (String what : leaf.missing()) {
            missing.add(unit + ": " + what);
        }
        if (leaf.caption() != null) {
            addHealth(unit, leaf.caption());
        }
    }

    /** Counts a unit whose leaf is gone. */
    void addLost(String unit) {
        states.merge(UnitState.FAILED, 1, Integer::sum);
        fail(unit, Code.LEAF_LOST.name(), "its leaf is gone from the store");
    }

    private void fail(String unit, String code, @Nullable String reason) {
        missing.add(unit + ": " + code);
        codes.add(known(code));
        if (firstCode == null) {
            firstCode = code;
            firstReason = unit + ": " + (reason == null ? code : reason);
        }
    }

    private static Code known(String code) {
        try {
            return Code.valueOf(code);
        } catch (IllegalArgumentException e) {
            // A leaf of a later version: it failed, which is all that counts here.
            return Code.NOTHING_DELIVERED;
        }
    }

    private void addHealth(String unit, Caption caption) {
        if (caption.getFacts() == null) {
            return;
        }
        DecodeHealth health = caption.getFacts().getHealth();
        packets += health.getPackets();
        framesExpected += health.getFramesExpected();
        framesDecoded += health.getFramesDecoded();
        framesFlagged += health.getFramesFlagged();
        framesSampled += health.getFramesSampled();
        boolean flawed =
                health.getFramesDecoded() < health.getFramesExpected()
                        || health.getFramesFlagged() > 0;
        if (flawed && caption.getMissing().isEmpty()) {
            missing.add(
                    "%s: %d of %d frames decoded, %d flagged"
                            .formatted(
                                    unit,
                                    health.getFramesDecoded(),
                                    health.getFramesExpected(),
                                    health.getFramesFlagged()));
        }
    }

    int announced() {
        return states.values().stream().mapToInt(Integer::intValue).sum();
    }

    int delivered() {
        return count(UnitState.RECOGNISED) + count(UnitState.BLANK) + count(UnitState.DUPLICATE);
    }

    private int count(UnitState state) {
        return states.getOrDefault(state, 0);
    }

    /** Counts in the order of the enum, without zeros. */
    List<UnitCount> counts() {
        return states.entrySet().stream()
                .map(entry -> new UnitCount(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** What of the units is missing or flagged, in their order. */
    List<String> missing() {
        return missing;
    }

    /** Codes of the units that failed or were refused. */
    Set<Code> codes() {
        return codes;
    }

    @Nullable String firstCode() {
        return firstCode;
    }

    String firstCodeOrThrow() {
        return requireNonNull(firstCode, "no unit failed");
    }

    @Nullable String firstReason() {
        return firstReason;
    }

    /** Sums over the chunks. */
    DecodeHealth health() {
        return new DecodeHealth(
                packets, framesExpected, framesDecoded, framesFlagged, framesSampled);
    }
}
