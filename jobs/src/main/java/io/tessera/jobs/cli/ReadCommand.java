/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.cli;

import io.tessera.contract.option.Option.Scope;
import io.tessera.contract.option.Options;
import io.tessera.contract.option.TesseraOptions;
import io.tessera.jobs.local.JobRequest;
import io.tessera.jobs.local.ReadingRun;
import io.tessera.jobs.local.RunRequest;
import io.tessera.jobs.outcome.CommandFailure;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;

/** What the commands that read inputs have in common. */
abstract class ReadCommand implements Callable<Integer> {
    private final String name;
    private final ReadingRun run;
    private final Terminal terminal;
    private @Nullable ReadingOptions reading;

    @Mixin final SharedOptions shared = new SharedOptions();

    ReadCommand(String name, ReadingRun run, Terminal terminal) {
        this.name = name;
        this.run = run;
        this.terminal = terminal;
    }

    /** Adds the options of a scope; called once the command's own are known. */
    final void addReadingOptions(CommandSpec spec, Set<Scope> scopes) {
        reading = ReadingOptions.addTo(spec, scopes);
    }

    /** The jobs to run, with their inputs. */
    abstract List<JobRequest> jobs(Options options);

    @Override
    public final Integer call() {
        Options options = reading == null ? Options.DEFAULTS : reading.options();
        requireKnownEngine(options);
        RunRequest request =
                new RunRequest(
                        name,
                        jobs(options),
                        shared.out,
                        shared.mode(),
                        shared.checkedTenant(),
                        shared.parallelism(),
                        RunRequest.GIVE_UP_AFTER,
                        true);
        try (ConsoleProgress progress = new ConsoleProgress(terminal)) {
            ResultPrinter printer =
                    shared.json
                            ? new JsonPrinter(terminal.out())
                            : new PeoplePrinter(terminal.out());
            return run.run(request, progress, line -> progress.aside(() -> printer.print(line)));
        }
    }

    final Terminal terminal() {
        return terminal;
    }

    final Path out() {
        return shared.out;
    }

    private static void requireKnownEngine(Options options) {
        String engine = options.get(TesseraOptions.ENGINE);
        if (!engine.equals("literal")) {
            throw CommandFailure.usage(
                    "this build has no such engine", engine, "leave --engine at literal");
        }
    }
}
