/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.intake;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Deals the units of one subtask to its workers: a bounded number at a time, in runs of one input,
 * so that a decoder that is open goes on, and the inputs in turn, so that none waits for another to
 * end. Thread-safe.
 */
public final class UnitDealer {
    /** Units of one input that are dealt before another input has its turn. */
    private static final int RUN = 8;

    private final int atOnce;
    // In the order of their turns: the first is being dealt.
    private final Map<String, ArrayDeque<Runnable>> inputs = new LinkedHashMap<>();
    private int dealtOfRun;
    private int inHand;

    /**
     * @param atOnce units between worker and store at a time
     */
    public UnitDealer(int atOnce) {
        this.atOnce = atOnce;
    }

    /** Starts {@code unit} when it is its turn; {@link #ended} says that it is over. */
    public void add(String input, Runnable unit) {
        synchronized (this) {
            inputs.computeIfAbsent(input, key -> new ArrayDeque<>()).add(unit);
        }
        deal();
    }

    /** A unit that was started is over. */
    public void ended() {
        synchronized (this) {
            inHand--;
        }
        deal();
    }

    private void deal() {
        for (Runnable next = next(); next != null; next = next()) {
            next.run();
        }
    }

    private synchronized @org.jspecify.annotations.Nullable Runnable next() {
        if (inHand >= atOnce || inputs.isEmpty()) {
            return null;
        }
        Map.Entry<String, ArrayDeque<Runnable>> turn = inputs.entrySet().iterator().next();
        Runnable unit = turn.getValue().remove();
        inHand++;
        dealtOfRun++;
        boolean over = turn.getValue().isEmpty();
        if (over || dealtOfRun >= RUN) {
            dealtOfRun = 0;
            inputs.remove(turn.getKey());
            if (!over) {
                inputs.put(turn.getKey(), turn.getValue());
            }
        }
        return unit;
    }
}
