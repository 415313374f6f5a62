/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tessera.jobs.local.Checkup;
import io.tessera.jobs.outcome.ExitCode;
import io.tessera.jobs.results.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says what this machine has and what it lacks. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Says what this machine has, what is missing and what to do about it.")
final class DoctorCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "tessera-out",
            description = "Folder that a run would write to. Default: tessera-out.")
    Path out = Path.of("tessera-out");

    @Option(names = "--json", description = "Print JSON lines.")
    boolean json;

    DoctorCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<Checkup.Finding> findings = Checkup.of(out);
        for (Checkup.Finding finding : findings) {
            if (json) {
                ObjectNode line = Json.object().put("type", "check").put("name", finding.name());
                line.put("state", finding.level().name()).put("found", finding.found());
                new JsonPrinter(terminal.out()).print(line.put("todo", finding.todo()));
            } else {
                terminal.out()
                        .printf(
                                "%-4s %-12s %s%s%n",
                                finding.level().mark(),
                                finding.name(),
                                finding.found(),
                                finding.todo().isEmpty() ? "" : "; " + finding.todo());
            }
        }
        terminal.out().flush();
        boolean works = findings.stream().noneMatch(f -> f.level() == Checkup.Level.MISSING);
        return works ? ExitCode.OK : ExitCode.NOT_ALL_OK;
    }
}
