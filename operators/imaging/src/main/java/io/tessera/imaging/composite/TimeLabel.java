/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.composite;

/** Writes a time for people: {@code 0:12.5}, {@code 1:02:03.4}. */
public final class TimeLabel {
    private TimeLabel() {}

    /**
     * The time with a tenth of a second, cut and not rounded, so that a label never names a moment
     * after its frame.
     *
     * @param micros microseconds; negative times get a minus sign
     */
    public static String of(long micros) {
        long tenths = Math.abs(micros / 100_000);
        long seconds = tenths / 10;
        long hours = seconds / 3600;
        String sign = micros < 0 && tenths > 0 ? "-" : "";
        String rest =
                hours > 0
                        ? "%d:%02d:".formatted(hours, seconds / 60 % 60)
                        : "%d:".formatted(seconds / 60);
        return sign + rest + "%02d.%d".formatted(seconds % 60, tenths % 10);
    }
}
