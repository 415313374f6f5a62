/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker.chunk.shot;

import io.tessera.v1.Span;
import io.tessera.worker.chunk.step.StepFrame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds where one shot follows another: hard cuts to the step, dissolves to their middle.
 *
 * <p>A cut is a step whose change stands out of its surroundings, lasts (a flash does not) and
 * leaves another pattern behind (a change of exposure or a zoom does not). A dissolve is a slow
 * change between two pictures that rest on either side. Black belongs to the shot before it, at the
 * start to the one after: a fade is no change of shots. Keeps about a kilobyte a step.
 */
public final class ShotFinder {
    private static final int AROUND = 3;
    private static final double SMALLEST_CUT = 10;
    private static final double STANDS_OUT = 3;
    private static final double OTHER_PATTERN = 0.7;
    private static final double OTHER_PICTURE = 35;
    private static final double RETURNS = 0.5;
    private static final int FLASH = 2;
    private static final int FADE = 4;

    private static final double AMID_MOVEMENT = 25;
    private static final double UNRELATED = 0.3;

    private static final int[] DISSOLVE_HALVES = {3, 5};
    private static final double SMALLEST_DISSOLVE = 28;
    private static final double RESTS = 0.12;
    private static final double LEAST_OF_HALF = 0.25;
    private static final double MIXED = 0.15;

    private record Step(long micros, Thumbnail picture, boolean black) {}

    private final List<Step> steps = new ArrayList<>();

    /** Takes the next step. */
    public void accept(StepFrame frame, boolean black) {
        steps.add(new Step(frame.micros(), new Thumbnail(frame), black));
    }

    /** The shots, which cover {@code [startMicros, endMicros)}. */
    public List<Span> shots(long startMicros, long endMicros) {
        List<Integer> bounds = new ArrayList<>();
        int first = 0;
        int last = steps.size() - 1;
        while (first < last && steps.get(first).black()) {
            first++;
        }
        while (last > first && steps.get(last).black()) {
            last--;
        }
        for (int i = first + 1; i <= last; i++) {
            boolean beside = steps.get(i).black() || steps.get(i - 1).black();
            if (beside ? endsBlack(i, first, last) : isCut(i, first, last)) {
                bounds.add(i);
            }
        }
        addDissolves(bounds, first, last);
        List<Span> shots = new ArrayList<>();
        long from = startMicros;
        for (int bound : bounds) {
            long at = steps.get(bound).micros();
            if (at > from && at < endMicros) {
                shots.add(new Span(from, at));
                from = at;
            }
        }
        shots.add(new Span(from, endMicros));
        return shots;
    }

    /** Whether black ends here and shows another picture than before it, fades left aside. */
    private boolean endsBlack(int i, int first, int last) {
        if (steps.get(i).black()) {
            return false;
        }
        int before = i - 1;
        while (steps.get(before).black()) {
            before--;
        }
        Thumbnail from = steps.get(Math.max(first, before - FADE)).picture();
        Thumbnail to = steps.get(Math.min(last, i + FADE)).picture();
        double change = from.distance(to);
        return change >= OTHER_PICTURE
                || (change >= SMALLEST_CUT && from.likeness(to) < OTHER_PATTERN);
    }

    private boolean isCut(int i, int first, int last) {
        double change = between(i - 1, i);
        if (change < SMALLEST_CUT || returned(i, first, last) > RETURNS * change) {
            return false;
        }
        double likeness = steps.get(i - 1).picture().likeness(steps.get(i).picture());
        double usual = usualRate(i, first, last) * seconds(i);
        boolean standsOut = change >= STANDS_OUT * Math.max(1, usual);
        boolean other = likeness < OTHER_PATTERN || change >= OTHER_PICTURE;
        boolean unrelated = change >= AMID_MOVEMENT && likeness < UNRELATED && change >= 2 * usual;
        return (standsOut && other) || unrelated;
    }

    /**
     * How much of the change at {@code i} is undone within the next two steps, or undoes what
     * changed in the two before: such a change is one edge of a flash.
     */
    private double returned(int i, int first, int last) {
        double change = between(i - 1, i);
        double stays = change;
        for (int j = i + 1; j <= Math.min(i + FLASH, last); j++) {
            stays = Math.min(stays, between(i - 1, j));
        }
        for (int j = i - 2; j >= Math.max(first, i - 1 - FLASH); j--) {
            stays = Math.min(stays, between(j, i));
        }
        return change - stays;
    }

    /** Median change a second of the steps around {@code i}, whose lengths differ. */
    private double usualRate(int i, int first, int last) {
        double[] changes = new double[2 * AROUND];
        int count = 0;
        for (int j = Math.max(first + 1, i - AROUND); j <= Math.min(last, i + AROUND); j++) {
            if (j != i) {
                changes[count++] = between(j - 1, j) / seconds(j);
            }
        }
        Arrays.sort(changes, 0, count);
        return count == 0 ? 0 : changes[count / 2];
    }

    private void addDissolves(List<Integer> bounds, int first, int last) {
        for (int half : DISSOLVE_HALVES) {
            int i = first + 2 * half;
            while (i <= last - 2 * half) {
                int end = i;
                while (end <= last - 2 * half && isDissolve(end, half)) {
                    end++;
                }
                int middle = (i + end) / 2;
                if (end > i && bounds.stream().noneMatch(b -> Math.abs(b - middle) <= 2 * half)) {
                    bounds.add(middle);
                }
                i = end + 1;
            }
        }
        bounds.sort(null);
    }

    private boolean isDissolve(int i, int half) {
        double whole = between(i - half, i + half);
        if (whole < SMALLEST_DISSOLVE) {
            return false;
        }
        double before = between(i - 2 * half, i - half);
        double after = between(i + half, i + 2 * half);
        double lesser = Math.min(between(i - half, i), between(i, i + half));
        Thumbnail from = steps.get(i - half).picture();
        Thumbnail to = steps.get(i + half).picture();
        return Math.max(before, after) <= RESTS * whole
                && lesser >= LEAST_OF_HALF * whole
                && steps.get(i).picture().restOfMixture(from, to) <= MIXED * whole
                && from.likeness(to) < OTHER_PATTERN;
    }

    /** Length of the step that ends with {@code i}. */
    private double seconds(int i) {
        return Math.max(1, steps.get(i).micros() - steps.get(i - 1).micros()) / 1e6;
    }

    private double between(int i, int j) {
        return steps.get(i).picture().distance(steps.get(j).picture());
    }
}
