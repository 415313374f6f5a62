/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.cli;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The reference of commands and options, made from what the program itself knows. */
final class ReferencePage {
    private ReferencePage() {}

    /** The page as Markdown. */
    static String of(CommandLine root) {
        StringBuilder page = new StringBuilder();
        page.append("# Reference\n\n");
        page.append(
                "Made from the program (see development.md); tessera help COMMAND says the"
                        + " same.\n\n");
        page.append(
                "Every option can also stand in a file given by `--config`, one `key: value` a");
        page.append(" line without the dashes, and in the arguments of a job on a cluster.\n");
        for (CommandLine command : root.getSubcommands().values()) {
            if (!command.getCommandName().equals("help")) {
                command(page, command.getCommandSpec());
            }
        }
        page.append("\n## Exit codes\n\n| code | meaning |\n|---|---|\n");
        root.getCommandSpec()
                .usageMessage()
                .exitCodeList()
                .forEach((code, meaning) -> row(page, code.strip(), meaning));
        return page.toString();
    }

    private static void command(StringBuilder page, CommandSpec spec) {
        StringJoiner inputs = new StringJoiner(" ");
        for (PositionalParamSpec positional : spec.positionalParameters()) {
            String label = positional.paramLabel();
            inputs.add(positional.arity().min() == 0 ? "[" + label + "]" : label);
        }
        page.append("\n## tessera ").append(spec.name());
        page.append(inputs.length() == 0 ? "" : " " + inputs).append("\n\n");
        page.append(String.join("\n", spec.usageMessage().description())).append("\n\n");
        List<OptionSpec> options =
                spec.options().stream()
                        .filter(option -> !option.usageHelp() && !option.versionHelp())
                        .sorted(
                                Comparator.comparingInt(OptionSpec::order)
                                        .thenComparing(OptionSpec::longestName))
                        .toList();
        if (options.isEmpty()) {
            return;
        }
        page.append("| option | what it does |\n|---|---|\n");
        for (OptionSpec option : options) {
            String label = option.arity().max() == 0 ? "" : " " + option.paramLabel();
            String names = String.join("`, `", Arrays.asList(option.names()));
            row(page, "`" + names + label + "`", String.join(" ", option.description()));
        }
    }

    private static void row(StringBuilder page, String first, String second) {
        page.append("| ").append(first).append(" | ").append(second.replace("|", "\\|"));
        page.append(" |\n");
    }
}
