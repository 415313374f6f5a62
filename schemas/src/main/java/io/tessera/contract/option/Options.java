/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.contract.option;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Values of options: those that were set, in canonical form; all others have their defaults.
 * Immutable and serializable, so that it travels into jobs and to workers as it is.
 */
public final class Options implements Serializable {
    private static final long serialVersionUID = 1L;

    public static final Options DEFAULTS = new Options(Map.of());

    private final TreeMap<String, String> set;

    private Options(Map<String, String> set) {
        this.set = new TreeMap<>(set);
    }

    /**
     * Reads key and value texts.
     *
     * @throws OptionProblems naming every unknown key with its nearest match and every bad value
     */
    public static Options parse(Map<String, String> texts) {
        List<String> problems = new ArrayList<>();
        TreeMap<String, String> set = new TreeMap<>();
        texts.forEach(
                (key, text) ->
                        find(key)
                                .ifPresentOrElse(
                                        option -> put(option, text, set, problems),
                                        () -> problems.add(unknown(key))));
        if (!problems.isEmpty()) {
            throw new OptionProblems(problems);
        }
        return new Options(set);
    }

    private static <T> void put(
            Option<T> option, String text, Map<String, String> set, List<String> problems) {
        try {
            String canonical = option.type().format(option.type().parse(text));
            if (!canonical.equals(option.defaultText())) {
                set.put(option.key(), canonical);
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            problems.add(
                    "option %s has the value '%s'; %s"
                            .formatted(option.key(), text, e.getMessage()));
        }
    }

    private static String unknown(String key) {
        List<String> keys = TesseraOptions.all().stream().map(Option::key).toList();
        return "unknown option '%s'; the nearest is %s"
                .formatted(key, Nearest.of(key, keys).orElse("none"));
    }

    private static Optional<Option<?>> find(String key) {
        return TesseraOptions.all().stream().filter(o -> o.key().equals(key)).findFirst();
    }

    /**
     * The value in force.
     *
     * @throws IllegalStateException if it is not set and has no default: ask {@link #find} then
     */
    public <T> T get(Option<T> option) {
        return find(option)
                .orElseThrow(() -> new IllegalStateException("option is not set: " + option.key()));
    }

    /** The value in force, or empty where it is not set and has no default. */
    public <T> Optional<T> find(Option<T> option) {
        String text = set.getOrDefault(option.key(), option.defaultText());
        return text == null ? Optional.empty() : Optional.of(option.type().parse(text));
    }

    /** These options with some set anew, e.g. by a request's overlay. */
    public Options with(Map<String, String> texts) {
        Map<String, String> merged = new LinkedHashMap<>(set);
        merged.putAll(texts);
        return parse(merged);
    }

    /** What is set to other than its default, in canonical form, by key. */
    public SortedMap<String, String> toMap() {
        return new TreeMap<>(set);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Options options && options.set.equals(set);
    }

    @Override
    public int hashCode() {
        return set.hashCode();
    }

    @Override
    public String toString() {
        return set.toString();
    }
}
