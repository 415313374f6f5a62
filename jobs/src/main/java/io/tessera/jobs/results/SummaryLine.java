/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.results;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.SortedMap;

/** The line that comes last. */
public final class SummaryLine {
    /**
     * The count check of a run.
     *
     * @param items items that plans announced, wholes included
     * @param terminal items that the ledger holds a terminal state of
     */
    public record Balance(long items, long terminal) {
        public boolean balanced() {
            return items == terminal;
        }
    }

    private SummaryLine() {}

    /**
     * The line of a run that ended.
     *
     * @param states inputs by state
     * @param report path of the page for people
     */
    public static ObjectNode of(
            SortedMap<String, Integer> states, double seconds, Balance balance, String report) {
        ObjectNode line = Json.line("summary");
        line.put("inputs", states.values().stream().mapToInt(Integer::intValue).sum());
        ObjectNode counts = line.putObject("states");
        states.forEach(counts::put);
        line.put("seconds", Math.round(seconds * 1000) / 1000.0);
        line.putObject("ledger")
                .put("items", balance.items())
                .put("terminal", balance.terminal())
                .put("balanced", balance.balanced());
        line.put("alerts", 0);
        line.put("report", report);
        return line;
    }
}
