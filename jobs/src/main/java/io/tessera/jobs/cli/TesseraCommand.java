/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program without a command: prints its help. */
@Command(
        name = "tessera",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Reads video and documents as streams and writes down what is in them.",
            "",
            "Results go to standard output, everything else to standard error."
        },
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every input ended OK, or was resumed as OK",
            "1:the run completed and at least one input ended in another state",
            "2:the command line, a configuration file or a named input is wrong; nothing was"
                    + " started",
            "3:the run could not be completed; what was committed is kept",
            "130:interrupted; run the same command again to resume"
        },
        footer = {
            "",
            "Try:  tessera demo                 the whole way, over samples made on the spot",
            "      tessera video FOLDER         your own videos",
            "      tessera documents FILE...    your own documents",
            "      tessera help COMMAND         options, formats and defaults of a command"
        })
final class TesseraCommand implements Runnable {
    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
