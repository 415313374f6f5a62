/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.reading.literal;

import java.util.Locale;

/**
 * Times of one chunk as people say them: 0:12 and 1:02:07 in a chunk of ten seconds or more, with
 * tenths (0:04.3) in a shorter one.
 *
 * @param startMicros start of the chunk from the input's first frame
 * @param endMicros end of the chunk, exclusive
 */
record Clock(long startMicros, long endMicros) {
    private static final long SECOND = 1_000_000;
    private static final long TENTH = SECOND / 10;

    /** Whether times carry tenths of a second. */
    boolean fine() {
        return endMicros - startMicros < 10 * SECOND;
    }

    String at(long micros) {
        long unit = fine() ? TENTH : SECOND;
        long rounded = Math.floorDiv(Math.max(0, micros) + unit / 2, unit) * unit;
        long seconds = rounded / SECOND;
        String tenths = fine() ? "." + rounded % SECOND / TENTH : "";
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d:%02d%s", seconds / 60, seconds % 60, tenths)
                : String.format(
                        Locale.ROOT,
                        "%d:%02d:%02d%s",
                        seconds / 3600,
                        seconds / 60 % 60,
                        seconds % 60,
                        tenths);
    }

    /** "from 0:02 to 0:05", or "at 0:02" where both ends read the same. */
    String during(long from, long to) {
        return at(from).equals(at(to)) ? "at " + at(from) : "from " + at(from) + " to " + at(to);
    }

    boolean atStart(long micros) {
        return at(micros).equals(at(startMicros));
    }

    boolean atEnd(long micros) {
        return at(micros).equals(at(endMicros));
    }

    /** A length of time: "0.9 seconds", "one second", "30 seconds", "2 minutes and 5 seconds". */
    static String length(long micros) {
        if (micros < 10 * SECOND) {
            long tenths = Math.floorDiv(micros + TENTH / 2, TENTH);
            return tenths == 10
                    ? "one second"
                    : tenths % 10 == 0
                            ? tenths / 10 + " seconds"
                            : String.format(Locale.ROOT, "%.1f seconds", tenths / 10.0);
        }
        long seconds = Math.floorDiv(micros + SECOND / 2, SECOND);
        if (seconds < 100) {
            return seconds + " seconds";
        }
        String minutes = seconds / 60 == 1 ? "1 minute" : seconds / 60 + " minutes";
        return seconds % 60 == 0
                ? minutes
                : minutes + " and " + (seconds % 60 == 1 ? "1 second" : seconds % 60 + " seconds");
    }
}
