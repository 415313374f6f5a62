/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video.plan;

import java.util.Arrays;

/**
 * What one pass over the packets found, in presentation order and in the stream's time base. The
 * arrays are shared, not copied: a six-hour video has a million frames.
 */
final class Timeline {
    /** No key frame precedes: decoding begins with the stream. */
    static final long FROM_START = Long.MIN_VALUE;

    private final long[] shown;
    private final long[] hidden;
    private final long[] keys;
    private final long[] keyPositions;
    private final long end;

    Timeline(long[] shown, long[] hidden, long[] keys, long[] keyPositions, long end) {
        this.shown = shown;
        this.hidden = hidden;
        this.keys = keys;
        this.keyPositions = keyPositions;
        this.end = end;
    }

    /** Presentation times of the frames that can be decoded and are shown; ascending. */
    long[] shown() {
        return shown;
    }

    /** Presentation times of the packets that show nothing; ascending. */
    long[] hidden() {
        return hidden;
    }

    /** Presentation times of the packets at which decoding can begin; ascending. */
    long[] keys() {
        return keys;
    }

    /** Where the last frame's presentation ends. */
    long end() {
        return end;
    }

    /** Presentation time of the last key at or before {@code pts}, or {@link #FROM_START}. */
    long keyBefore(long pts) {
        int at = keyIndex(pts);
        return at < 0 ? FROM_START : keys[at];
    }

    /** Byte position of the last key at or before {@code pts}, or -1. */
    long positionBefore(long pts) {
        int at = keyIndex(pts);
        return at < 0 || keyPositions.length == 0 ? -1 : keyPositions[at];
    }

    private int keyIndex(long pts) {
        return lastAtOrBefore(keys, pts);
    }

    /** Index of the last element that is at most {@code value}, or -1. */
    static int lastAtOrBefore(long[] ascending, long value) {
        int at = Arrays.binarySearch(ascending, value);
        return at >= 0 ? at : -at - 2;
    }

    /** How many elements lie in {@code [from, to)}. */
    static long countIn(long[] ascending, long from, long to) {
        return lastAtOrBefore(ascending, to - 1) - (long) lastAtOrBefore(ascending, from - 1);
    }
}
