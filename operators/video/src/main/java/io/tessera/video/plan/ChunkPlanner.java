/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video.plan;

import io.tessera.contract.failure.Code;
import io.tessera.contract.failure.InputFailure;
import io.tessera.contract.identity.Identity;
import io.tessera.contract.option.ChunkRule;
import io.tessera.contract.option.Options;
import io.tessera.contract.option.TesseraOptions;
import io.tessera.v1.ChunkSpec;
import io.tessera.v1.InputState;
import io.tessera.v1.UnitSpec;
import io.tessera.video.container.TimeBase;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a timeline into chunks that count from its first frame. A stretch in which no frame begins
 * makes no chunk of its own: it belongs to the chunk before it, as does a remainder under a second.
 */
final class ChunkPlanner {
    private static final long LEAST_REMAINDER_MICROS = 1_000_000;

    private record Cut(int from, int to, long startMicros, long endMicros) {}

    private final Timeline timeline;
    private final TimeBase base;
    private final Options options;
    private final FramePicker picker;
    private int thinned;
    private int mostPicked;

    ChunkPlanner(Timeline timeline, TimeBase base, Options options) {
        this.timeline = timeline;
        this.base = base;
        this.options = options;
        picker = new FramePicker(timeline, base, options);
    }

    List<UnitSpec> units() throws InputFailure {
        List<UnitSpec> units = new ArrayList<>();
        for (Cut cut : cuts()) {
            units.add(
                    UnitSpec.newBuilder()
                            .setUnit(Identity.chunkUnit(cut.startMicros, cut.endMicros))
                            .setIndex(units.size())
                            .setPage(null)
                            .setChunk(chunk(cut))
                            .build());
        }
        return units;
    }

    /** How long the whole is, from the first frame's start to the last frame's end. */
    long durationMicros() {
        return Math.max(1, base.micros(timeline.end() - timeline.shown()[0]));
    }

    /** Warnings about what was planned otherwise than asked for; call after {@link #units}. */
    List<String> warnings() {
        if (thinned == 0) {
            return List.of();
        }
        return List.of(
                "sampling asked for up to %d frames a chunk; %d chunks were thinned evenly to %d"
                                .formatted(
                                        mostPicked,
                                        thinned,
                                        options.get(TesseraOptions.LIMIT_FRAMES))
                        + " (limit.frames)");
    }

    private List<Cut> cuts() throws InputFailure {
        ChunkRule rule = options.get(TesseraOptions.CHUNK);
        long duration = durationMicros();
        long limit = options.get(TesseraOptions.LIMIT_WHOLE_CHUNK);
        if (rule.whole() && duration > limit) {
            throw new InputFailure(
                    InputState.REFUSED_LIMIT,
                    Code.LIMIT_CHUNK,
                    ("video lasts %.1f s, more than limit.whole-chunk %.1f s; give a chunk length"
                                    + " such as 30s")
                            .formatted(duration / 1e6, limit / 1e6));
        }
        int frames = timeline.shown().length;
        if (rule.whole()) {
            return List.of(new Cut(0, frames, 0, duration));
        }
        List<Cut> cuts = new ArrayList<>();
        int from = 0;
        while (from < frames) {
            long start = micros(from) / rule.micros() * rule.micros();
            int to = from + 1;
            while (to < frames && micros(to) - start < rule.micros()) {
                to++;
            }
            long end = to == frames ? duration : micros(to) / rule.micros() * rule.micros();
            cuts.add(new Cut(from, to, start, Math.max(end, start + 1)));
            from = to;
        }
        joinRemainder(cuts);
        return cuts;
    }

    private static void joinRemainder(List<Cut> cuts) {
        int last = cuts.size() - 1;
        Cut rest = cuts.get(last);
        if (last > 0 && rest.endMicros - rest.startMicros < LEAST_REMAINDER_MICROS) {
            Cut before = cuts.get(last - 1);
            cuts.remove(last);
            cuts.set(last - 1, new Cut(before.from, rest.to, before.startMicros, rest.endMicros));
        }
    }

    private ChunkSpec chunk(Cut cut) {
        long[] picked = picker.pick(cut.from, cut.to, cut.startMicros, cut.endMicros);
        long[] targets = FramePicker.thin(picked, options.get(TesseraOptions.LIMIT_FRAMES));
        thinned += targets.length < picked.length ? 1 : 0;
        mostPicked = Math.max(mostPicked, picked.length);
        List<Long> wanted = new ArrayList<>(targets.length);
        List<Long> keys = new ArrayList<>(targets.length);
        for (long target : targets) {
            wanted.add(target);
            keys.add(timeline.keyBefore(target));
        }
        long first = timeline.shown()[cut.from];
        long next = cut.to < timeline.shown().length ? timeline.shown()[cut.to] : Long.MAX_VALUE;
        long since = cut.from == 0 ? Long.MIN_VALUE + 1 : first;
        long hidden = Timeline.countIn(timeline.hidden(), since, next);
        return ChunkSpec.newBuilder()
                .setStartMicros(cut.startMicros)
                .setEndMicros(cut.endMicros)
                .setSeekPts(timeline.keyBefore(first))
                .setTargets(wanted)
                .setKeys(keys)
                .setPackets(cut.to - cut.from + hidden)
                .setFramesExpected(cut.to - cut.from)
                .setFirstPts(timeline.shown()[0])
                .setSeekPosition(timeline.positionBefore(first))
                .build();
    }

    private long micros(int index) {
        return base.micros(timeline.shown()[index] - timeline.shown()[0]);
    }
}
