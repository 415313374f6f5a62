/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video.plan;

import io.tessera.contract.option.Options;
import io.tessera.contract.option.SamplingRule;
import io.tessera.contract.option.TesseraOptions;
import io.tessera.imaging.family.Family;
import io.tessera.video.container.TimeBase;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Chooses the frames of a chunk. A time stands for the frame that is on screen then: the last one
 * presented at or before it. Grids of {@code fps} and {@code every} begin at the input's first
 * frame, so that cutting into chunks moves no sample.
 */
final class FramePicker {
    /** What {@code family} means where the family publishes nothing else. */
    static final int DEFAULT_FRAMES = 16;

    private final Timeline timeline;
    private final TimeBase base;
    private final SamplingRule rule;
    private final Optional<Family> family;

    FramePicker(Timeline timeline, TimeBase base, Options options) {
        this.timeline = timeline;
        this.base = base;
        this.rule = options.get(TesseraOptions.SAMPLE);
        this.family = options.find(TesseraOptions.FAMILY).map(name -> named(name, options));
    }

    /** Presentation times of the chosen frames among those of index {@code [from, to)}. */
    long[] pick(int from, int to, long startMicros, long endMicros) {
        LongList picked = new LongList();
        switch (rule.kind()) {
            case FAMILY -> family(from, to, startMicros, endMicros, picked);
            case UNIFORM -> uniform(rule.value(), from, to, startMicros, endMicros, picked);
            case FPS -> grid(1_000_000_000.0 / rule.value(), from, to, endMicros, picked);
            case EVERY -> grid((double) rule.value(), from, to, endMicros, picked);
            case KEYFRAMES -> keyframes(from, to, picked);
        }
        if (picked.size() == 0) {
            picked.add(timeline.shown()[from]);
        }
        return picked.sorted(0);
    }

    /** Evenly thinned to {@code most} elements. */
    static long[] thin(long[] targets, int most) {
        if (targets.length <= most) {
            return targets;
        }
        long[] kept = new long[most];
        for (int i = 0; i < most; i++) {
            kept[i] = targets[(int) ((2L * i + 1) * targets.length / (2L * most))];
        }
        return kept;
    }

    private static Family named(String name, Options options) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : options.find(TesseraOptions.FAMILY_OPTION).orElse("").split(",", -1)) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2) {
                parameters.put(parts[0].strip(), parts[1].strip());
            }
        }
        return Family.of(name, parameters);
    }

    /** The family's published picks by frame number; without a family 16 evenly. */
    private void family(int from, int to, long startMicros, long endMicros, LongList picked) {
        if (family.isEmpty()) {
            uniform(DEFAULT_FRAMES, from, to, startMicros, endMicros, picked);
            return;
        }
        int count = to - from;
        double rate = count * 1e6 / (endMicros - startMicros);
        for (int index : family.get().frames(count, rate)) {
            addNew(timeline.shown()[from + Math.min(index, count - 1)], picked);
        }
    }

    /** The frames on screen at the middles of {@code count} equal parts of the chunk. */
    private void uniform(
            long count, int from, int to, long startMicros, long endMicros, LongList picked) {
        if (to - from <= count) {
            for (int i = from; i < to; i++) {
                addNew(timeline.shown()[i], picked);
            }
            return;
        }
        int at = from;
        for (long i = 0; i < count; i++) {
            double middle = startMicros + (i + 0.5) * (endMicros - startMicros) / count;
            while (at + 1 < to && micros(at + 1) <= middle) {
                at++;
            }
            addNew(timeline.shown()[at], picked);
        }
    }

    /** The frames that are on screen at some multiple of {@code step}. */
    private void grid(double step, int from, int to, long endMicros, LongList picked) {
        for (int i = from; i < to; i++) {
            long until = i + 1 < timeline.shown().length ? micros(i + 1) : endMicros;
            double nextPoint = Math.ceil(micros(i) / step) * step;
            if (nextPoint < until) {
                addNew(timeline.shown()[i], picked);
            }
        }
    }

    private void keyframes(int from, int to, LongList picked) {
        int key = 0;
        long[] keys = timeline.keys();
        for (int i = from; i < to; i++) {
            long pts = timeline.shown()[i];
            if (i == from) {
                key = Math.max(0, Timeline.lastAtOrBefore(keys, pts));
            }
            while (key < keys.length && keys[key] < pts) {
                key++;
            }
            if (key < keys.length && keys[key] == pts) {
                addNew(pts, picked);
            }
        }
    }

    private static void addNew(long pts, LongList picked) {
        if (picked.size() == 0 || picked.get(picked.size() - 1) != pts) {
            picked.add(pts);
        }
    }

    private long micros(int index) {
        return base.micros(timeline.shown()[index] - timeline.shown()[0]);
    }
}
