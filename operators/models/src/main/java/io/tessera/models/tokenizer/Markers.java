/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.tokenizer;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Literal texts that stand for one id each; the leftmost, and there the longest, matches. */
final class Markers {
    private final Map<String, Integer> ids;
    private final Map<Integer, String> texts = new HashMap<>();
    private final Pattern pattern;

    Markers(Map<String, Integer> ids) {
        this.ids = Map.copyOf(ids);
        ids.forEach((text, id) -> texts.put(id, text));
        pattern =
                Pattern.compile(
                        ids.keySet().stream()
                                .sorted(Comparator.comparingInt(String::length).reversed())
                                .map(Pattern::quote)
                                .collect(Collectors.joining("|")));
    }

    Matcher matcher(String text) {
        return pattern.matcher(text);
    }

    int id(String text) {
        return find(text).orElseThrow(() -> new IllegalArgumentException("no marker: " + text));
    }

    OptionalInt find(String text) {
        Integer id = ids.get(text);
        return id == null ? OptionalInt.empty() : OptionalInt.of(id);
    }

    boolean contains(int id) {
        return texts.containsKey(id);
    }

    String text(int id) {
        String text = texts.get(id);
        if (text == null) {
            throw new IllegalArgumentException("no token has the id " + id);
        }
        return text;
    }

    int highest() {
        return texts.keySet().stream().mapToInt(Integer::intValue).max().orElse(-1);
    }
}
