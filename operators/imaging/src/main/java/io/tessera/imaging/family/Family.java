/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.family;

import static java.util.Objects.requireNonNull;

import io.tessera.imaging.partition.Partition;
import io.tessera.imaging.sampling.FramePicks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A model family by name, with its options in force: how it sees stills, and how it sees a video.
 * Immutable.
 *
 * <p>{@code Family.of("internvl2_5", Map.of("max_num", "6"))}, then {@link FamilyCutter} for
 * pixels.
 */
public final class Family {
    private static final int MULTI_IMAGE_HD_NUM = 6;
    private static final int UNIFORM_FRAMES = 16;
    private static final int MAX_FRAMES = 512;

    /** How a family sees a video. */
    public enum VideoForm {
        /** One composite of all frames, cut by a rule of its own. */
        COMPOSITE,
        /** Each frame on its own. */
        FRAMES,
        /** No published way: a contact sheet, cut as a still. */
        SHEET
    }

    private enum Kind {
        XCOMPOSER25("xcomposer2d5", VideoForm.COMPOSITE, "num_frm", 32),
        XCOMPOSER_4KHD("xcomposer2-4khd", VideoForm.SHEET, "", UNIFORM_FRAMES),
        XCOMPOSER2("xcomposer2", VideoForm.SHEET, "", UNIFORM_FRAMES),
        INTERNVL25("internvl2_5", VideoForm.FRAMES, "segments", 32);

        private final String family;
        private final VideoForm form;
        private final String framesOption;
        private final int framesDefault;

        Kind(String family, VideoForm form, String framesOption, int framesDefault) {
            this.family = family;
            this.form = form;
            this.framesOption = framesOption;
            this.framesDefault = framesDefault;
        }
    }

    private final Kind kind;
    private final int frames;
    private final Map<String, String> stillOptions;
    private final Partition still;

    private Family(Kind kind, int frames, Map<String, String> stillOptions) {
        this.kind = kind;
        this.frames = frames;
        this.stillOptions = Map.copyOf(stillOptions);
        this.still = Partitions.of(kind.family, stillOptions);
    }

    /** Names of all families. */
    public static List<String> names() {
        List<String> names = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            names.add(kind.family);
        }
        return names;
    }

    /**
     * The family of that name.
     *
     * @param options by their published names; what is left out has the published default
     * @throws IllegalArgumentException if name, option or value is unknown; names the nearest
     */
    public static Family of(String name, Map<String, String> options) {
        requireNonNull(name, "name is null");
        for (Kind kind : Kind.values()) {
            if (kind.family.equals(name)) {
                return of(kind, options);
            }
        }
        throw new IllegalArgumentException(
                "no family %s; nearest is %s, all are %s"
                        .formatted(name, Nearest.of(name, names()), String.join(", ", names())));
    }

    private static Family of(Kind kind, Map<String, String> options) {
        Map<String, String> still = new HashMap<>(options);
        String frames = kind.framesOption.isEmpty() ? null : still.remove(kind.framesOption);
        int count =
                frames == null
                        ? kind.framesDefault
                        : new FamilyOptions(
                                        kind.family,
                                        Map.of(kind.framesOption, frames),
                                        List.of(kind.framesOption))
                                .whole(kind.framesOption, kind.framesDefault);
        if (count < 1 || count > MAX_FRAMES) {
            throw new IllegalArgumentException(
                    "%s of %s is %d; it must be 1 to %d"
                            .formatted(kind.framesOption, kind.family, count, MAX_FRAMES));
        }
        return new Family(kind, count, still);
    }

    /** Its name. */
    public String name() {
        return kind.family;
    }

    /** All options in force, for stills and video. */
    public SortedMap<String, String> options() {
        SortedMap<String, String> options = new TreeMap<>(still.options());
        if (!kind.framesOption.isEmpty()) {
            options.put(kind.framesOption, Integer.toString(frames));
        }
        return options;
    }

    /**
     * How a still is cut.
     *
     * @param images pictures in the same prompt; XComposer-2.5's chat code gives each of several
     *     six tiles ({@code modeling_internlm_xcomposer2.py}, {@code interleav_wrap_chat})
     */
    public Partition still(int images) {
        if (kind != Kind.XCOMPOSER25 || images <= 1) {
            return still;
        }
        Map<String, String> several = new HashMap<>(stillOptions);
        several.put("hd_num", Integer.toString(MULTI_IMAGE_HD_NUM));
        return Partitions.of(kind.family, several);
    }

    /** How it sees a video. */
    public VideoForm videoForm() {
        return kind.form;
    }

    /** How the composite, the contact sheet or each frame of a video is cut. */
    public Partition video() {
        return switch (kind.form) {
            case SHEET -> still;
            case COMPOSITE, FRAMES -> Partitions.of(kind.family + "-video", Map.of());
        };
    }

    /**
     * Which frames of a video it takes, by its published rule; a family without one takes 16, each
     * from the middle of its stretch.
     *
     * @param count frames of the video or chunk, 1 or more
     * @param fps average frames a second, above 0
     * @return rising frame numbers from 0 to {@code count} - 1; a short video may repeat some
     */
    public int[] frames(int count, double fps) {
        return kind == Kind.XCOMPOSER25
                ? FramePicks.xcomposer(count, fps, frames)
                : FramePicks.internVl(count, fps, frames, 0, Double.MAX_VALUE);
    }
}
