/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.contract.option;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Pages by number, as 1-3,7. An empty selection stands for all pages.
 *
 * @param ranges ascending, not touching
 */
public record PageSelection(List<Range> ranges) {
    /** Pages from {@code first} to {@code last}, both counted from 1 and included. */
    public record Range(int first, int last) {
        public Range {
            if (first < 1 || last < first) {
                throw new IllegalArgumentException("not a page range: " + first + "-" + last);
            }
        }
    }

    public static final PageSelection ALL = new PageSelection(List.of());

    public static final OptionType<PageSelection> TYPE =
            new OptionType<>("pages", PageSelection::parse, PageSelection::canonical);

    public PageSelection {
        ranges = List.copyOf(ranges);
    }

    static PageSelection parse(String text) {
        if (text.isEmpty() || text.equals("all")) {
            return ALL;
        }
        TreeSet<Range> sorted = new TreeSet<>(PageSelection::compare);
        for (String part : text.split(",", -1)) {
            if (!part.strip().matches("[1-9][0-9]{0,6}(-[1-9][0-9]{0,6})?")) {
                throw new IllegalArgumentException("expected pages such as 1-3,7");
            }
            String[] ends = part.strip().split("-", 2);
            int first = Integer.parseInt(ends[0]);
            int last = Integer.parseInt(ends[ends.length - 1]);
            if (last < first) {
                throw new IllegalArgumentException("expected pages such as 1-3,7");
            }
            sorted.add(new Range(first, last));
        }
        return new PageSelection(merge(sorted));
    }

    private static int compare(Range a, Range b) {
        return a.first != b.first
                ? Integer.compare(a.first, b.first)
                : Integer.compare(a.last, b.last);
    }

    private static List<Range> merge(Iterable<Range> sorted) {
        List<Range> merged = new ArrayList<>();
        for (Range range : sorted) {
            int top = merged.size() - 1;
            if (top >= 0 && range.first <= merged.get(top).last + 1) {
                Range before = merged.get(top);
                merged.set(top, new Range(before.first, Math.max(before.last, range.last)));
            } else {
                merged.add(range);
            }
        }
        return merged;
    }

    public boolean all() {
        return ranges.isEmpty();
    }

    public boolean contains(int page) {
        return all() || ranges.stream().anyMatch(r -> r.first <= page && page <= r.last);
    }

    /** Normalised text, e.g. 1-3,7; {@code all} for all. */
    public String canonical() {
        if (all()) {
            return "all";
        }
        StringBuilder text = new StringBuilder();
        for (Range range : ranges) {
            text.append(text.isEmpty() ? "" : ",").append(range.first);
            if (range.last > range.first) {
                text.append('-').append(range.last);
            }
        }
        return text.toString();
    }
}
