/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker.chunk.motion;

import java.util.ArrayList;
import java.util.List;

/** A chunk divided into stretches that are on or off in turn, and cover it. */
final class Stretches {
    /** One stretch, {@code to} exclusive. */
    record Stretch(long from, long to, boolean on) {}

    private final long start;
    private final long end;
    private final List<Stretch> stretches = new ArrayList<>();

    Stretches(long start, long end) {
        this.start = start;
        this.end = end;
    }

    /** What holds from the end of the last addition, or the start, until {@code to}. */
    void add(long to, boolean on) {
        int last = stretches.size() - 1;
        long from = last < 0 ? start : stretches.get(last).to();
        if (to <= from) {
            return;
        }
        if (last >= 0 && stretches.get(last).on() == on) {
            stretches.set(last, new Stretch(stretches.get(last).from(), to, on));
        } else {
            stretches.add(new Stretch(from, to, on));
        }
    }

    /** Gives stretches that are {@code on} and too short the state of what lies around them. */
    void join(boolean on, long shortest) {
        List<Stretch> before = List.copyOf(spans());
        stretches.clear();
        for (Stretch stretch : before) {
            boolean tooShort = stretch.on() == on && stretch.to() - stretch.from() < shortest;
            boolean alone = before.size() == 1;
            add(stretch.to(), (tooShort && !alone) ? !on : stretch.on());
        }
    }

    /** The stretches up to the end; off throughout where nothing was added. */
    List<Stretch> spans() {
        if (stretches.isEmpty()) {
            return List.of(new Stretch(start, end, false));
        }
        List<Stretch> whole = new ArrayList<>();
        for (Stretch stretch : stretches) {
            if (stretch.from() < end) {
                whole.add(new Stretch(stretch.from(), Math.min(end, stretch.to()), stretch.on()));
            }
        }
        int last = whole.size() - 1;
        Stretch tail = whole.get(last);
        whole.set(last, new Stretch(tail.from(), end, tail.on()));
        return whole;
    }
}
