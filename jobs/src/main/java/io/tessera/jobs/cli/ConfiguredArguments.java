/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.cli;

import io.tessera.jobs.outcome.CommandFailure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The arguments of a command line with those of its configuration file put in. */
final class ConfiguredArguments {
    private final CommandLine commandLine;

    ConfiguredArguments(CommandLine commandLine) {
        this.commandLine = commandLine;
    }

    /**
     * Arguments in which every option of the file that the command line does not give itself stands
     * before the command line's own.
     *
     * @throws CommandLine.ParameterException if the command line cannot be read
     * @throws CommandFailure if the file cannot
     */
    String[] of(String[] arguments) {
        if (!mentionsConfig(arguments)) {
            return arguments;
        }
        ParseResult parsed = commandLine.parseArgs(arguments);
        ParseResult command = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
        OptionSpec config = command.matchedOption("--config");
        @Nullable Path file = config == null ? null : config.getValue();
        if (file == null) {
            return arguments;
        }
        List<String> all = new ArrayList<>();
        all.add(command.commandSpec().name());
        Map<String, List<String>> values = ConfigFile.read(file, keysOfAllCommands());
        values.forEach((key, texts) -> add(command, key, texts, all));
        List<String> own = List.of(arguments);
        all.addAll(own.subList(own.indexOf(command.commandSpec().name()) + 1, own.size()));
        return all.toArray(String[]::new);
    }

    private static boolean mentionsConfig(String[] arguments) {
        for (String argument : arguments) {
            if (argument.equals("--config") || argument.startsWith("--config=")) {
                return true;
            }
        }
        return false;
    }

    private static void add(
            ParseResult command, String key, List<String> texts, List<String> arguments) {
        OptionSpec option = command.commandSpec().findOption("--" + key);
        boolean another = option == null;
        if (another || command.hasMatchedOption("--" + key)) {
            return;
        }
        boolean flag = option.arity().max() == 0;
        for (String text : texts) {
            if (!flag) {
                arguments.add("--" + key + "=" + text);
            } else if (text.equals("true")) {
                arguments.add("--" + key);
            } else if (!text.equals("false")) {
                throw CommandFailure.usage("not a value of " + key, text, "give true or false");
            }
        }
    }

    private Set<String> keysOfAllCommands() {
        Set<String> keys = new LinkedHashSet<>();
        for (CommandLine command : commandLine.getSubcommands().values()) {
            for (OptionSpec option : command.getCommandSpec().options()) {
                for (String name : option.names()) {
                    boolean key = name.startsWith("--");
                    if (key && !option.usageHelp() && !option.versionHelp()) {
                        keys.add(name.substring(2));
                    }
                }
            }
        }
        keys.remove("config");
        return keys;
    }
}
