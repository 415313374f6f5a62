/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.contract.option;

import static java.util.Objects.requireNonNull;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One option, declared once.
 *
 * @param key as in {@code --key}, in a configuration file and in a job's arguments
 * @param type how its text is read and written
 * @param defaultText canonical text of the default; null where there is none
 * @param description what it does, with formats and units, in one or two sentences
 * @param changesResults whether it can change a content record, and so belongs to the pipelineId
 * @param scopes the jobs it applies to
 */
public record Option<T>(
        String key,
        OptionType<T> type,
        @Nullable String defaultText,
        String description,
        boolean changesResults,
        Set<Scope> scopes) {

    /** What an option applies to. */
    public enum Scope {
        VIDEO,
        DOCUMENT
    }

    public Option {
        requireNonNull(key, "key is null");
        requireNonNull(type, "type is null");
        requireNonNull(description, "description is null");
        scopes = Set.copyOf(scopes);
        if (!key.matches("[a-z][a-z0-9]*([.-][a-z0-9]+)*")) {
            throw new IllegalArgumentException("key is not of the form a-b.c: " + key);
        }
        if (defaultText != null && !type.format(type.parse(defaultText)).equals(defaultText)) {
            throw new IllegalArgumentException(
                    "default of %s is not canonical: %s".formatted(key, defaultText));
        }
    }

    static <T> Option<T> declare(
            String key,
            OptionType<T> type,
            @Nullable String defaultText,
            boolean changesResults,
            Set<Scope> scopes,
            String description) {
        return new Option<>(key, type, defaultText, description, changesResults, scopes);
    }

    static final Set<Scope> BOTH = EnumSet.allOf(Scope.class);
    static final Set<Scope> VIDEO = EnumSet.of(Scope.VIDEO);
    static final Set<Scope> DOCUMENT = EnumSet.of(Scope.DOCUMENT);
}
