/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.pool;

import io.tessera.streaming.pool.WorkerPool.SpooledInput;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Who does what next. References wait here in any number; a unit leaves with the bytes of its
 * region taken from the budget. Thread-safe.
 *
 * <ul>
 *   <li>Plans go before units, so that inputs overlap; but a worker takes no two plans in a row
 *       while units wait.
 *   <li>A unit goes to the idle worker that has its input open, else to any.
 *   <li>A worker stays with its input for a run of units, then turns to an input that nobody works
 *       on; among several, to the one that waited longest.
 * </ul>
 */
final class WorkQueue {
    /** Units that a worker reads of one input before it looks for one that nobody works on. */
    static final int RUN = 8;

    /** A worker as the queue sees it; one for each thread that takes. */
    static final class Taker {
        private @Nullable SpooledInput open;
        private boolean planned;
        private int run;
    }

    private static final class Line {
        final Deque<UnitWork> units = new ArrayDeque<>();
        int active;
        long served;
    }

    private final RegionBudget budget;
    private final Deque<PlanWork> plans = new ArrayDeque<>();
    private final Map<SpooledInput, Line> lines = new LinkedHashMap<>();
    private final Map<Taker, Work> busy = new HashMap<>();
    private final Set<Taker> idle = new HashSet<>();
    private long turns;
    private boolean closed;

    WorkQueue(RegionBudget budget) {
        this.budget = budget;
    }

    /**
     * Adds work.
     *
     * @return false if the queue is closed
     */
    synchronized boolean add(Work work) {
        if (closed) {
            return false;
        }
        if (work instanceof PlanWork plan) {
            plans.addLast(plan);
        } else if (work instanceof UnitWork unit) {
            line(unit.input()).units.addLast(unit);
        }
        notifyAll();
        return true;
    }

    /**
     * Waits for work, which then is the taker's until {@link #done}.
     *
     * @return empty after {@code millis} without any, or when closed
     */
    synchronized Optional<Work> take(Taker taker, long millis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        idle.add(taker);
        try {
            while (!closed) {
                Work work = choose(taker);
                if (work != null) {
                    begin(taker, work);
                    return Optional.of(work);
                }
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    return Optional.empty();
                }
                wait(left);
            }
            return Optional.empty();
        } finally {
            idle.remove(taker);
            // What was left to this worker's affinity may be for others now.
            notifyAll();
        }
    }

    /** The taker has ended its work; {@code open} is what its worker now has open. */
    synchronized void done(Taker taker, @Nullable SpooledInput open) {
        Work work = busy.remove(taker);
        if (work instanceof UnitWork unit) {
            Line line = line(unit.input());
            line.active--;
            removeIfEmpty(unit.input(), line);
        }
        taker.open = open;
    }

    /** Gives waiting work up, with the reason. */
    void failAll(Exception reason) {
        List<Work> waiting = new ArrayList<>();
        synchronized (this) {
            waiting.addAll(plans);
            lines.values().forEach(line -> waiting.addAll(line.units));
            plans.clear();
            lines.values().forEach(line -> line.units.clear());
            lines.values().removeIf(line -> line.active == 0);
        }
        waiting.forEach(work -> work.fail(reason));
    }

    void close(Exception reason) {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        failAll(reason);
    }

    /** A region was given back. */
    synchronized void retry() {
        notifyAll();
    }

    synchronized int waiting() {
        return plans.size() + lines.values().stream().mapToInt(line -> line.units.size()).sum();
    }

    synchronized int busy() {
        return busy.size();
    }

    private @Nullable Work choose(Taker taker) {
        plans.removeIf(plan -> !plan.wanted());
        PlanWork plan = plans.peekFirst();
        if (plan != null && !taker.planned) {
            return plans.removeFirst();
        }
        UnitWork unit = chooseUnit(taker);
        if (unit == null && plan != null) {
            return plans.removeFirst();
        }
        return unit;
    }

    private @Nullable UnitWork chooseUnit(Taker taker) {
        lines.values().removeIf(WorkQueue::spent);
        Line line = chooseLine(taker);
        if (line == null || !budget.tryTake(line.units.getFirst().regionBytes())) {
            return null;
        }
        return line.units.removeFirst();
    }

    /** Drops units from the head that nobody wants any more; tells whether nothing is left. */
    private static boolean spent(Line line) {
        while (!line.units.isEmpty() && !line.units.getFirst().wanted()) {
            line.units.removeFirst();
        }
        return line.units.isEmpty() && line.active == 0;
    }

    private @Nullable Line chooseLine(Taker taker) {
        Line own = taker.open == null ? null : lines.get(taker.open);
        if (own != null && own.units.isEmpty()) {
            own = null;
        }
        Line next =
                lines.entrySet().stream()
                        .filter(entry -> !Objects.equals(entry.getKey(), taker.open))
                        .filter(entry -> entry.getValue().units.size() > openElsewhere(entry))
                        .map(Map.Entry::getValue)
                        .min(
                                Comparator.<Line>comparingInt(line -> line.active)
                                        .thenComparingLong(line -> line.served))
                        .orElse(null);
        boolean turn = own == null || (taker.run >= RUN && next != null && next.active == 0);
        return turn ? next : own;
    }

    /** Idle workers that have the input open and will take its units at once. */
    private long openElsewhere(Map.Entry<SpooledInput, Line> entry) {
        return idle.stream()
                .filter(other -> entry.getKey().equals(other.open) && other.run < RUN)
                .count();
    }

    private void begin(Taker taker, Work work) {
        busy.put(taker, work);
        taker.planned = work instanceof PlanWork;
        if (work instanceof UnitWork unit) {
            Line line = line(unit.input());
            line.active++;
            line.served = ++turns;
            taker.run = work.input().equals(taker.open) ? taker.run + 1 : 1;
        } else {
            taker.run = 0;
        }
        taker.open = work.input();
    }

    private Line line(SpooledInput input) {
        return lines.computeIfAbsent(input, key -> new Line());
    }

    private void removeIfEmpty(SpooledInput input, Line line) {
        if (line.units.isEmpty() && line.active == 0) {
            lines.remove(input);
        }
    }
}
