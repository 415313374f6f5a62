/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker.chunk.colour;

import io.tessera.v1.Colour;
import io.tessera.worker.chunk.step.StepFrame;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Collects the colours of all steps and says which fill the picture. Colours are counted in 32
 * levels a channel, so that memory does not grow with time, and clustered in OKLab at the end.
 */
public final class Palette {
    private static final int LEVELS = 32;
    private static final int EVERY = 2;
    private static final int MOST = 5;
    private static final double SMALLEST_SHARE = 0.02;

    private final int[] counts = new int[LEVELS * LEVELS * LEVELS];
    private long total;

    /** Takes the next step: every second pixel of every second row. */
    public void accept(StepFrame frame) {
        for (int y = 0; y < frame.height(); y += EVERY) {
            for (int x = 0; x < frame.width(); x += EVERY) {
                int at = 3 * (y * frame.width() + x);
                int red = level(frame.rgb()[at]);
                int green = level(frame.rgb()[at + 1]);
                int blue = level(frame.rgb()[at + 2]);
                counts[(red * LEVELS + green) * LEVELS + blue]++;
                total++;
            }
        }
    }

    private static int level(byte value) {
        return ((value & 255) * (LEVELS - 1) + 127) / 255;
    }

    private static int value(int level) {
        return (level * 255 + (LEVELS - 1) / 2) / (LEVELS - 1);
    }

    /** Dominant colours, largest share first, at most 5; each name once. */
    public List<Colour> colours() {
        List<Cluster> bins = new ArrayList<>();
        for (int bin = 0; bin < counts.length; bin++) {
            if (counts[bin] > 0) {
                int red = value(bin / (LEVELS * LEVELS));
                int green = value(bin / LEVELS % LEVELS);
                int blue = value(bin % LEVELS);
                bins.add(Cluster.of(red, green, blue, counts[bin]));
            }
        }
        return Clustering.named(bins).stream()
                .filter(c -> c.weight() >= SMALLEST_SHARE * total)
                .sorted(
                        Comparator.comparingDouble(Cluster::weight)
                                .reversed()
                                .thenComparing(Cluster::hex))
                .limit(MOST)
                .map(c -> new Colour(c.name(), c.hex(), share(c.weight())))
                .toList();
    }

    private double share(double weight) {
        return Math.round(weight / total * 100) / 100.0;
    }
}
