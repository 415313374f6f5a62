/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.family;

import io.tessera.imaging.partition.InternVlPartition;
import io.tessera.imaging.partition.Partition;
import io.tessera.imaging.partition.SquarePartition;
import io.tessera.imaging.partition.XComposerPartition;
import io.tessera.imaging.partition.XComposerVideoPartition;
import java.util.List;
import java.util.Map;

/** Partition strategies by name and published options. */
public final class Partitions {
    private static final List<String> STRATEGIES =
            List.of(
                    "xcomposer2d5",
                    "xcomposer2d5-video",
                    "xcomposer2-4khd",
                    "xcomposer2",
                    "internvl2_5",
                    "internvl2_5-video");

    private Partitions() {}

    /** Names of all strategies. */
    public static List<String> strategies() {
        return STRATEGIES;
    }

    /**
     * The strategy of that name.
     *
     * @param options by their published names; what is left out has the published default
     * @throws IllegalArgumentException if name, option or value is unknown; names the nearest
     */
    public static Partition of(String strategy, Map<String, String> options) {
        return switch (strategy) {
            case "xcomposer2d5" -> xcomposer25(options);
            case "xcomposer2-4khd" -> {
                FamilyOptions read = new FamilyOptions(strategy, options, List.of("hd_num"));
                yield XComposerPartition.xcomposer4khd(read.whole("hd_num", 25));
            }
            case "xcomposer2" -> {
                FamilyOptions read = new FamilyOptions(strategy, options, List.of("img_size"));
                yield new SquarePartition(read.whole("img_size", 490));
            }
            case "internvl2_5" -> internVl(options);
            case "xcomposer2d5-video" -> {
                new FamilyOptions(strategy, options, List.of());
                yield new XComposerVideoPartition();
            }
            case "internvl2_5-video" -> internVlVideo(options);
            default ->
                    throw new IllegalArgumentException(
                            "no strategy %s; nearest is %s"
                                    .formatted(strategy, Nearest.of(strategy, STRATEGIES)));
        };
    }

    private static Partition xcomposer25(Map<String, String> options) {
        FamilyOptions read =
                new FamilyOptions("xcomposer2d5", options, List.of("hd_num", "padding", "scale"));
        return XComposerPartition.xcomposer25(
                read.whole("hd_num", 24), read.scale(1.0), read.padding());
    }

    private static Partition internVl(Map<String, String> options) {
        FamilyOptions read = internVlOptions("internvl2_5", options);
        return InternVlPartition.stills(
                read.whole("min_num", 1),
                read.whole("max_num", 12),
                read.truth("use_thumbnail", true));
    }

    private static Partition internVlVideo(Map<String, String> options) {
        FamilyOptions read = internVlOptions("internvl2_5-video", options);
        if (read.whole("min_num", 1) != 1 || read.whole("max_num", 1) != 1) {
            throw new IllegalArgumentException(
                    "internvl2_5-video takes one tile a frame; leave min_num and max_num at 1");
        }
        return InternVlPartition.frame();
    }

    private static FamilyOptions internVlOptions(String owner, Map<String, String> options) {
        return new FamilyOptions(owner, options, List.of("min_num", "max_num", "use_thumbnail"));
    }
}
