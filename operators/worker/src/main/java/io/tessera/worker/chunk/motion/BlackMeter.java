/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker.chunk.motion;

import io.tessera.v1.Span;
import io.tessera.worker.chunk.step.StepFrame;
import java.util.ArrayList;
import java.util.List;

/** Finds stretches without a picture, and the mean brightness. */
public final class BlackMeter {
    private static final int DARK = 28;
    private static final double NEARLY_ALL = 0.98;
    private static final double DARK_MEAN = 16;
    private static final long SHORTEST = 500_000;

    private record Step(long micros, boolean black) {}

    private final List<Step> steps = new ArrayList<>();
    private double brightness;

    /** Takes the next step and says whether it is black. */
    public boolean accept(StepFrame frame) {
        int dark = 0;
        for (byte value : frame.luma()) {
            dark += (value & 255) <= DARK ? 1 : 0;
        }
        double mean = frame.brightness();
        brightness += mean;
        boolean black = dark >= NEARLY_ALL * frame.luma().length && mean <= DARK_MEAN;
        steps.add(new Step(frame.micros(), black));
        return black;
    }

    /** Black stretches of 0.5 s or more: from the first black step to the first that is not. */
    public List<Span> black(long startMicros, long endMicros) {
        List<Span> spans = new ArrayList<>();
        long since = startMicros;
        boolean black = !steps.isEmpty() && steps.get(0).black();
        for (Step step : steps) {
            if (step.black() != black) {
                add(spans, black, since, step.micros());
                since = step.micros();
                black = step.black();
            }
        }
        add(spans, black, since, endMicros);
        return spans;
    }

    private static void add(List<Span> spans, boolean black, long from, long to) {
        if (black && to - from >= SHORTEST) {
            spans.add(new Span(from, to));
        }
    }

    /** Mean luma of all steps, 0-255, two decimals; 0 without steps. */
    public double brightness() {
        return steps.isEmpty() ? 0 : Math.round(brightness / steps.size() * 100) / 100.0;
    }
}
