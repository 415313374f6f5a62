/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.intake;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Decides when one subtask plans its next input, and when its source may go on. A barrier must
 * never wait behind a backlog, so units are dealt only as they can be taken at once: the next input
 * is planned while the workers still have the last one to read, and not before. Thus the inputs of
 * a burst complete one after another, and no more references are held than those of a few inputs.
 *
 * <p>A long input leaves room for one other, so that a page does not wait behind a film.
 * Thread-safe.
 */
public final class Intake {
    /** Inputs whose planning may overlap. */
    private static final int PLANNING_AT_ONCE = 2;

    /** Inputs in hand beyond which only idle workers let another in. */
    private static final int INPUTS_AT_ONCE = 2;

    /** Units in hand above which no further input is planned, whatever else holds. */
    private static final int MOST_UNITS = 4_096;

    /** Requests that wait before the source pauses. */
    private static final int WAITING_AT_ONCE = 64;

    private final int enoughUnits;
    private final Executor executor;
    private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
    private final Map<String, Hand> inHand = new HashMap<>();
    private int planning;
    private int units;
    private CompletableFuture<Void> room = CompletableFuture.completedFuture(null);

    private static final class Hand {
        int expected;
        int arrived;
    }

    /**
     * @param enoughUnits units in hand with which all workers have something to do
     * @param executor where planning runs
     */
    public Intake(int enoughUnits, Executor executor) {
        this.enoughUnits = enoughUnits;
        this.executor = executor;
    }

    /** Runs {@code plan} once there is room; it ends with {@link #planned}. */
    public void submit(Runnable plan) {
        synchronized (this) {
            waiting.add(plan);
            if (waiting.size() >= WAITING_AT_ONCE && room.isDone()) {
                room = new CompletableFuture<>();
            }
        }
        startWhatFits();
    }

    /** An input's planning is over; {@code count} units of it are about to arrive at read. */
    public void planned(String record, int count) {
        synchronized (this) {
            planning--;
            if (count > 0) {
                inHand.computeIfAbsent(record, key -> new Hand()).expected += count;
                units += count;
            }
        }
        startWhatFits();
    }

    /** A unit arrived at read: one that was announced here, or one that a restart brought back. */
    public synchronized void arrived(String record) {
        Hand hand = inHand.computeIfAbsent(record, key -> new Hand());
        if (hand.expected > 0) {
            hand.expected--;
        } else {
            units++;
        }
        hand.arrived++;
    }

    /** A unit that had arrived has its leaf. */
    public void ended(String record) {
        synchronized (this) {
            Hand hand = inHand.get(record);
            if (hand == null) {
                throw new IllegalStateException("a unit ended that never arrived: " + record);
            }
            units--;
            if (--hand.arrived == 0 && hand.expected == 0) {
                inHand.remove(record);
            }
        }
        startWhatFits();
    }

    /** Completes while the source may hand on requests. */
    public synchronized CompletableFuture<Void> room() {
        return room;
    }

    private void startWhatFits() {
        CompletableFuture<Void> freed = null;
        synchronized (this) {
            while (!waiting.isEmpty() && fits()) {
                planning++;
                executor.execute(waiting.remove());
            }
            if (waiting.size() < WAITING_AT_ONCE / 2 && !room.isDone()) {
                freed = room;
            }
        }
        if (freed != null) {
            freed.complete(null);
        }
    }

    private boolean fits() {
        if (planning >= PLANNING_AT_ONCE || units >= MOST_UNITS) {
            return false;
        }
        return units < enoughUnits || inHand.size() + planning < INPUTS_AT_ONCE;
    }
}
