/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What concerns checkpoints of models. */
@Command(
        name = "models",
        mixinStandardHelpOptions = true,
        description = {
            "Looks at checkpoint folders as they were published, and checks them and the images",
            "made for them against recorded cases."
        },
        synopsisSubcommandLabel = "COMMAND")
final class ModelsCommand implements Runnable {
    @Spec CommandSpec spec = CommandSpec.create();

    /** The command with its own commands. */
    static CommandLine line(Terminal terminal) {
        return new CommandLine(new ModelsCommand())
                .addSubcommand("inspect", new ModelsInspectCommand(terminal))
                .addSubcommand("verify", new ModelsVerifyCommand(terminal));
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
