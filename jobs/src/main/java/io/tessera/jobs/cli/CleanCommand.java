/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.cli;

import io.tessera.jobs.local.OutFolder;
import io.tessera.jobs.outcome.CommandFailure;
import io.tessera.jobs.outcome.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Removes what Tessera made. */
@Command(
        name = "clean",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Removes what Tessera made under --out; other files there stay.",
            "Asks on a terminal; needs --yes elsewhere."
        })
final class CleanCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "tessera-out",
            description = "Folder of the run. Default: tessera-out.")
    Path out = Path.of("tessera-out");

    @Option(names = "--yes", description = "Do not ask.")
    boolean yes;

    @Option(
            names = "--caches",
            description = "Remove the unpacked native libraries in the user's cache folder, too.")
    boolean caches;

    CleanCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(out) && !caches) {
            throw CommandFailure.usage("no such folder", out, "name the folder of a run");
        }
        if (!yes && !confirmed()) {
            return ExitCode.INCOMPLETE;
        }
        long removed = 0;
        if (Files.isDirectory(out)) {
            try (OutFolder folder = OutFolder.lock(out)) {
                removed += folder.removeContents();
            }
            OutFolder.removeIfEmpty(out);
        }
        if (caches) {
            removed += NativeCaches.remove();
        }
        terminal.note("removed %d files".formatted(removed));
        return ExitCode.OK;
    }

    private boolean confirmed() throws IOException {
        if (!terminal.interactive()) {
            throw CommandFailure.usage("nobody to ask", out, "give --yes to remove it");
        }
        terminal.err().print("tessera: remove what Tessera made under %s? [y/N] ".formatted(out));
        terminal.err().flush();
        String answer = terminal.in().readLine();
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }
}
