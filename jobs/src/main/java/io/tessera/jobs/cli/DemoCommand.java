/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.cli;

import io.tessera.contract.option.Options;
import io.tessera.contract.option.PageSelection;
import io.tessera.jobs.local.JobRequest;
import io.tessera.jobs.local.NamedInput;
import io.tessera.jobs.local.OutFolder;
import io.tessera.jobs.local.ReadingRun;
import io.tessera.jobs.local.RunRequest;
import io.tessera.jobs.local.Samples;
import io.tessera.v1.Kind;
import io.tessera.v1.Mode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the whole way. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Starts broker, store and both jobs in this process, sends sample media through that"
                    + " it",
            "makes on the spot, and writes a report. Ends with 0 when every sample ended in its",
            "planned state; one is damaged and one is locked on purpose."
        })
final class DemoCommand implements Callable<Integer> {
    private final ReadingRun run;
    private final Terminal terminal;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "tessera-out",
            description = "Folder that holds everything the run makes. Default: tessera-out.")
    Path out = Path.of("tessera-out");

    @Option(names = "--open", description = "Open the report in a browser at the end.")
    boolean open;

    @Option(
            names = "--json",
            description = "Print JSON lines, and nothing else, on standard output.")
    boolean json;

    @Option(names = "--force", description = "Read everything again under a new revision.")
    boolean force;

    @Option(
            names = {"-v", "--verbose"},
            description = "Show the stack trace behind an error.")
    boolean verbose;

    DemoCommand(ReadingRun run, Terminal terminal) {
        this.run = run;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        terminal.note("making samples");
        Path folder;
        try (OutFolder held = OutFolder.lock(out)) {
            folder = held.samples();
            Samples.make(folder);
        }
        List<Samples.Sample> samples = Samples.in(folder);
        RunRequest request =
                new RunRequest(
                        "demo",
                        List.of(job(Kind.VIDEO, samples), job(Kind.DOCUMENT, samples)),
                        out,
                        force ? Mode.FORCE : Mode.NORMAL,
                        "default",
                        new SharedOptions().parallelism(),
                        RunRequest.GIVE_UP_AFTER,
                        true);
        int code;
        try (ConsoleProgress progress = new ConsoleProgress(terminal)) {
            ResultPrinter printer =
                    json ? new JsonPrinter(terminal.out()) : new PeoplePrinter(terminal.out());
            code = run.run(request, progress, line -> progress.aside(() -> printer.print(line)));
        }
        if (open) {
            Browser.open(out.resolve("report.html"), terminal);
        }
        return code;
    }

    private static JobRequest job(Kind kind, List<Samples.Sample> samples) {
        List<NamedInput> inputs =
                samples.stream()
                        .filter(sample -> sample.kind() == kind)
                        .map(Samples.Sample::input)
                        .toList();
        return new JobRequest(kind, Options.DEFAULTS, inputs, PageSelection.ALL, null);
    }
}
