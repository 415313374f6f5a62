/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker.chunk.motion;

import io.tessera.v1.Motion;
import io.tessera.v1.Span;
import io.tessera.worker.chunk.step.StepFrame;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells moving from still stretches, and finds those in which the picture does not change at all.
 *
 * <p>The picture moves where a small part of it changes much, so that a hand at the edge counts and
 * noise or a change of light everywhere does not. Stretches shorter than a glance are joined to
 * what lies around them. Keeps a few numbers a step.
 */
public final class MotionMeter {
    private static final double STARTS = 10;
    private static final double GOES_ON = 6;

    /** Where even the median block changes so much, the camera moves; below, it may be noise. */
    private static final double EVERYWHERE = 12;

    private static final double OVER_NOISE = 2;
    private static final long SHORTEST_REST = 700_000;
    private static final long SHORTEST_MOVEMENT = 300_000;
    private static final double FROZEN_AMOUNT = 0.05;
    private static final int FROZEN_PIXEL = 2;
    private static final long SHORTEST_FREEZE = 2_000_000;

    private record Step(long from, long to, Change change) {}

    private final List<Step> steps = new ArrayList<>();
    private @Nullable StepFrame before;

    /** Takes the next step. */
    public void accept(StepFrame frame) {
        if (before != null && before.sameSize(frame) && frame.micros() > before.micros()) {
            steps.add(new Step(before.micros(), frame.micros(), Change.between(before, frame)));
        }
        before = frame;
    }

    /** Moving and still stretches, which cover {@code [startMicros, endMicros)}. */
    public List<Motion> stretches(long startMicros, long endMicros, List<Span> shots) {
        Stretches stretches = new Stretches(startMicros, endMicros);
        List<Step> moved = new ArrayList<>();
        List<Step> rested = new ArrayList<>();
        boolean moving = false;
        for (Step step : steps) {
            if (!crosses(step, shots)) {
                moving = moves(step.change(), moving);
                (moving ? moved : rested).add(step);
            }
            stretches.add(step.to(), moving);
        }
        stretches.join(false, SHORTEST_REST);
        stretches.join(true, SHORTEST_MOVEMENT);
        return stretches.spans().stream().map(s -> motion(s, s.on() ? moved : rested)).toList();
    }

    /** The amount is that of the steps which give the stretch its name. */
    private static Motion motion(Stretches.Stretch stretch, List<Step> steps) {
        double amount =
                steps.stream()
                        .filter(s -> s.from() >= stretch.from() && s.to() <= stretch.to())
                        .mapToDouble(s -> s.change().amount())
                        .average()
                        .orElse(0);
        return new Motion(
                stretch.from(), stretch.to(), stretch.on(), Math.round(amount * 100) / 100.0);
    }

    private static boolean moves(Change change, boolean moving) {
        boolean overNoise =
                change.usual() >= EVERYWHERE || change.local() >= OVER_NOISE * change.usual();
        return overNoise && change.local() >= (moving ? GOES_ON : STARTS);
    }

    private static boolean crosses(Step step, List<Span> shots) {
        return shots.stream()
                .skip(1)
                .anyMatch(s -> step.from() < s.getStartMicros() && s.getStartMicros() <= step.to());
    }

    /** Stretches of 2 s or more without any change; black ones too. */
    public List<Span> frozen(long startMicros, long endMicros) {
        Stretches stretches = new Stretches(startMicros, endMicros);
        for (Step step : steps) {
            boolean same =
                    step.change().amount() <= FROZEN_AMOUNT && step.change().most() <= FROZEN_PIXEL;
            stretches.add(step.to(), same);
        }
        return stretches.spans().stream()
                .filter(s -> s.on() && s.to() - s.from() >= SHORTEST_FREEZE)
                .map(s -> new Span(s.from(), s.to()))
                .toList();
    }
}
