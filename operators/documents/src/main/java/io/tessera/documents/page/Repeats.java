/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.page;

import io.tessera.contract.failure.InputFailure;
import io.tessera.contract.input.Progress;
import io.tessera.documents.bitmap.Ink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds pages that repeat an earlier page of their document, by what they are made of and without
 * reading them. Blank pages repeat nothing: they are blank.
 */
public final class Repeats {
    private static final double LOOK_DPI = 72;

    private Repeats() {}

    /** For each page that repeats another the number of the first such page. */
    public static Map<Integer, Integer> find(PageSource source, Progress progress) {
        Map<Integer, Integer> firsts = new HashMap<>();
        int pages = source.probe().getPagesDeclared();
        try {
            List<Integer> all = new ArrayList<>();
            for (int page = 1; page <= pages; page++) {
                all.add(page);
            }
            for (List<Integer> alike : grouped(source, all, true, progress)) {
                for (List<Integer> same : grouped(source, alike, false, progress)) {
                    if (!isBlank(source, same.get(0), progress)) {
                        same.subList(1, same.size()).forEach(page -> firsts.put(page, same.get(0)));
                    }
                }
            }
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // Pages that cannot even be compared are told apart when they are read.
            return Map.of();
        }
        return firsts;
    }

    private static List<List<Integer>> grouped(
            PageSource source, List<Integer> pages, boolean rough, Progress progress)
            throws IOException {
        Map<String, List<Integer>> byDigest = new LinkedHashMap<>();
        for (int page : pages) {
            progress.tick();
            Optional<String> digest = source.digest(page, rough, progress);
            digest.ifPresent(
                    key -> byDigest.computeIfAbsent(key, any -> new ArrayList<>()).add(page));
        }
        return byDigest.values().stream().filter(group -> group.size() > 1).toList();
    }

    private static boolean isBlank(PageSource source, int number, Progress progress)
            throws IOException {
        try {
            SourcePage page = source.page(number, progress);
            return page.nothingToShow()
                    || Ink.measure(page.render(LOOK_DPI, progress).image()).spots() == 0;
        } catch (InputFailure e) {
            return true;
        }
    }
}
