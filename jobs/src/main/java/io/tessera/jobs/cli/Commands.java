/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.cli;

import picocli.CommandLine;

/** The commands, in the order in which help shows them. */
final class Commands {
    private Commands() {}

    static void addTo(CommandLine root, Terminal terminal) {
        root.addSubcommand("clean", new CleanCommand(terminal));
    }
}
