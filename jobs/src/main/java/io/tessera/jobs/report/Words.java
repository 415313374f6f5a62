/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;

/** Numbers and states as people read them. */
final class Words {
    private static final Map<String, String> CLASSES =
            Map.ofEntries(
                    Map.entry("OK", "ok"),
                    Map.entry("RECOGNISED", "ok"),
                    Map.entry("PARTIAL", "part"),
                    Map.entry("REFUSED", "part"),
                    Map.entry("REFUSED_LIMIT", "part"),
                    Map.entry("ENCRYPTED", "part"),
                    Map.entry("FAILED", "bad"),
                    Map.entry("CORRUPT", "bad"),
                    Map.entry("MISSING", "bad"),
                    Map.entry("CLAIM_MISMATCH", "bad"),
                    Map.entry("TIMEOUT", "bad"),
                    Map.entry("OOM", "bad"),
                    Map.entry("CRASH", "bad"),
                    Map.entry("MODEL_INVALID", "bad"));

    private Words() {}

    /** Class of the badge of a state: a constant of the style sheet, whatever the state says. */
    static String stateClass(String state) {
        return CLASSES.getOrDefault(state, "none");
    }

    /** {@code 0:07}, {@code 12:34} or {@code 1:02:03}; tenths where {@code fine}. */
    static String time(double seconds, boolean fine) {
        long whole = (long) Math.floor(seconds);
        String tenths = fine ? "." + (long) Math.floor((seconds - whole) * 10 + 1e-6) : "";
        long hours = whole / 3600;
        String minutes =
                hours > 0
                        ? String.format(Locale.ROOT, "%d:%02d", hours, whole / 60 % 60)
                        : Long.toString(whole / 60);
        return minutes + String.format(Locale.ROOT, ":%02d", whole % 60) + tenths;
    }

    static String bytes(long bytes) {
        if (bytes < 1000) {
            return bytes + " bytes";
        }
        if (bytes < 1_000_000) {
            return String.format(Locale.ROOT, "%.0f kB", bytes / 1e3);
        }
        return bytes < 1_000_000_000
                ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
                : String.format(Locale.ROOT, "%.2f GB", bytes / 1e9);
    }

    /** {@code 1 page}, {@code 3 pages}. */
    static String count(long count, String one) {
        return count + " " + one + (count == 1 ? "" : "s");
    }

    static String seconds(double seconds) {
        return seconds < 10
                ? String.format(Locale.ROOT, "%.1f s", seconds)
                : String.format(Locale.ROOT, "%.0f s", seconds);
    }

    static String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    /** The text of a field; empty where it is absent or null. */
    static String field(JsonNode node, String name) {
        return node.hasNonNull(name) ? node.get(name).asText() : "";
    }
}
