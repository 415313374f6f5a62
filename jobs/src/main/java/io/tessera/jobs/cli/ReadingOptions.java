/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.cli;

import io.tessera.contract.option.Option;
import io.tessera.contract.option.OptionProblems;
import io.tessera.contract.option.Options;
import io.tessera.contract.option.TesseraOptions;
import io.tessera.jobs.outcome.CommandFailure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The declared options of reading as options of a command. Their values are read by the
 * declarations themselves, so that command line, configuration file and job arguments agree.
 */
final class ReadingOptions {
    /** Option that may be given several times; its values are joined by commas. */
    private static final String REPEATABLE = "family-option";

    private final Map<String, String> texts = new LinkedHashMap<>();

    /** Adds the options of a scope to a command. */
    static ReadingOptions addTo(CommandSpec spec, Set<Option.Scope> scopes) {
        ReadingOptions values = new ReadingOptions();
        for (Option<?> option : TesseraOptions.all()) {
            if (option.scopes().stream().anyMatch(scopes::contains)) {
                spec.addOption(values.toPicocli(option));
            }
        }
        return values;
    }

    private OptionSpec toPicocli(Option<?> option) {
        String key = option.key();
        OptionSpec.Builder builder =
                OptionSpec.builder("--" + key)
                        .paramLabel(label(option))
                        .description(describe(option))
                        .order(key.startsWith("limit.") ? 900 : 100);
        if (key.equals(REPEATABLE)) {
            ISetter joined =
                    new ISetter() {
                        @Override
                        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
                        public <T> T set(T value) {
                            if (value instanceof List<?> list && !list.isEmpty()) {
                                texts.put(
                                        key,
                                        String.join(
                                                ",", list.stream().map(String::valueOf).toList()));
                            }
                            return value;
                        }
                    };
            return builder.type(List.class)
                    .auxiliaryTypes(String.class)
                    .arity("1")
                    .getter(new Unset())
                    .setter(joined)
                    .build();
        }
        ISetter single =
                new ISetter() {
                    @Override
                    public <T> T set(T value) {
                        if (value != null) {
                            texts.put(key, String.valueOf(value));
                        }
                        return value;
                    }
                };
        return builder.type(String.class).arity("1").getter(new Unset()).setter(single).build();
    }

    private static String label(Option<?> option) {
        return switch (option.type().name()) {
            case "text" -> "TEXT";
            case "integer" -> "N";
            case "bytes" -> "BYTES";
            case "duration", "duration or whole" -> "TIME";
            default -> "RULE";
        };
    }

    private static String describe(Option<?> option) {
        String standard = option.defaultText();
        if (standard == null) {
            return option.description();
        }
        return option.description() + " Default: " + ReadableValue.of(option, standard) + ".";
    }

    /**
     * What was given.
     *
     * @throws CommandFailure naming every value that is wrong
     */
    Options options() {
        try {
            return Options.parse(texts);
        } catch (OptionProblems e) {
            throw CommandFailure.usage(
                    String.valueOf(e.getMessage()), "options", "see tessera help COMMAND");
        }
    }

    /** A getter that never has anything: defaults are applied by the declarations. */
    private static final class Unset implements picocli.CommandLine.Model.IGetter {
        @Override
        @SuppressWarnings({"TypeParameterUnusedInFormals", "NullAway"})
        public <T> T get() {
            return null;
        }
    }
}
