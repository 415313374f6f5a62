/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.cli;

import io.tessera.contract.option.Nearest;
import io.tessera.jobs.outcome.ExitCode;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Words what is wrong with a command line. */
final class UsageErrors {
    private UsageErrors() {}

    /** Writes one line and returns the exit code. */
    static int report(ParameterException e, Terminal terminal) {
        terminal.note(describe(e));
        return ExitCode.WRONG_USAGE;
    }

    private static String describe(ParameterException e) {
        CommandLine command = e.getCommandLine();
        String help = helpOf(command);
        if (e instanceof UnmatchedArgumentException unmatched) {
            String first = unmatched.getUnmatched().get(0);
            if (first.startsWith("-")) {
                String name = first.replaceFirst("=.*", "");
                return "unknown option (%s); the nearest is %s, see %s"
                        .formatted(
                                name,
                                Nearest.of(name, optionNames(command.getCommandSpec()))
                                        .orElse("none"),
                                help);
            }
            if (!command.getSubcommands().isEmpty()) {
                return "unknown command (%s); the nearest is %s, see %s"
                        .formatted(
                                first,
                                Nearest.of(first, command.getSubcommands().keySet()).orElse("none"),
                                help);
            }
            return "unexpected argument (%s); see %s".formatted(first, help);
        }
        if (e instanceof MissingParameterException missing) {
            List<String> names =
                    missing.getMissing().stream()
                            .map(CommandLine.Model.ArgSpec::paramLabel)
                            .toList();
            return "something is missing (%s); see %s".formatted(String.join(" ", names), help);
        }
        String message = String.valueOf(e.getMessage()).replaceAll("[\\r\\n]+", " ");
        return "%s; see %s".formatted(message, help);
    }

    private static String helpOf(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        return spec.parent() == null ? "tessera --help" : "tessera help " + spec.name();
    }

    private static List<String> optionNames(CommandSpec spec) {
        List<String> names = new ArrayList<>();
        for (OptionSpec option : spec.options()) {
            names.addAll(List.of(option.names()));
        }
        return names;
    }
}
