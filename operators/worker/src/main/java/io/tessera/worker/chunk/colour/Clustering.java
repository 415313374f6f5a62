/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker.chunk.colour;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Weighted k-means in OKLab from seeds that depend on nothing but the colours. */
final class Clustering {
    private static final int SEEDS = 10;
    private static final int ROUNDS = 12;
    private static final double SAME = 0.1;
    private static final double HUE_COUNTS = 2;

    private Clustering() {}

    /** Clusters of the bins, those that look alike or have one name taken together. */
    static List<Cluster> named(List<Cluster> bins) {
        List<Cluster> clusters = seeds(bins);
        for (int round = 0; round < ROUNDS; round++) {
            clusters = regrouped(bins, clusters);
        }
        Map<String, Cluster> byName = new LinkedHashMap<>();
        for (Cluster cluster : joined(clusters)) {
            byName.merge(cluster.name(), cluster, Cluster::with);
        }
        // The mean of two shades of one name can have another name, which may be taken.
        Map<String, Cluster> settled = new LinkedHashMap<>();
        byName.values().forEach(c -> settled.merge(c.name(), c, Cluster::with));
        return List.copyOf(settled.values());
    }

    /** The heaviest bin, then again and again the one that is both heavy and far from all seeds. */
    private static List<Cluster> seeds(List<Cluster> bins) {
        List<Cluster> seeds = new ArrayList<>();
        double[] nearest = new double[bins.size()];
        java.util.Arrays.fill(nearest, 1);
        while (seeds.size() < Math.min(SEEDS, bins.size())) {
            int best = 0;
            for (int i = 1; i < bins.size(); i++) {
                if (nearest[i] * bins.get(i).weight() > nearest[best] * bins.get(best).weight()) {
                    best = i;
                }
            }
            if (nearest[best] == 0) {
                break;
            }
            Cluster seed = bins.get(best);
            seeds.add(seed);
            for (int i = 0; i < nearest.length; i++) {
                nearest[i] = Math.min(nearest[i], bins.get(i).lab().distanceSquared(seed.lab()));
            }
        }
        return seeds;
    }

    private static List<Cluster> regrouped(List<Cluster> bins, List<Cluster> centres) {
        double[][] sums = new double[centres.size()][4];
        for (Cluster bin : bins) {
            double[] sum = sums[nearest(bin, centres)];
            sum[0] += bin.weight();
            sum[1] += bin.weight() * bin.red();
            sum[2] += bin.weight() * bin.green();
            sum[3] += bin.weight() * bin.blue();
        }
        List<Cluster> clusters = new ArrayList<>();
        for (double[] sum : sums) {
            if (sum[0] > 0) {
                clusters.add(Cluster.of(sum[1] / sum[0], sum[2] / sum[0], sum[3] / sum[0], sum[0]));
            }
        }
        return clusters;
    }

    private static int nearest(Cluster bin, List<Cluster> centres) {
        int nearest = 0;
        double least = Double.MAX_VALUE;
        for (int i = 0; i < centres.size(); i++) {
            double distance = bin.lab().distanceSquared(centres.get(i).lab());
            if (distance < least) {
                least = distance;
                nearest = i;
            }
        }
        return nearest;
    }

    private static List<Cluster> joined(List<Cluster> clusters) {
        List<Cluster> joined = new ArrayList<>();
        for (Cluster cluster : clusters) {
            int alike = 0;
            while (alike < joined.size() && !alike(joined.get(alike).lab(), cluster.lab())) {
                alike++;
            }
            if (alike < joined.size()) {
                joined.set(alike, joined.get(alike).with(cluster));
            } else {
                joined.add(cluster);
            }
        }
        return joined;
    }

    /** Shades are taken together sooner than hues. */
    private static boolean alike(OkLab one, OkLab other) {
        double light = one.lightness() - other.lightness();
        double hue = HUE_COUNTS * Math.hypot(one.a() - other.a(), one.b() - other.b());
        return light * light + hue * hue <= SAME * SAME;
    }
}
