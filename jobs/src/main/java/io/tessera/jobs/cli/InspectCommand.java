/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.cli;

import io.tessera.contract.option.Option.Scope;
import io.tessera.contract.option.Options;
import io.tessera.jobs.local.Inspection;
import io.tessera.jobs.outcome.CommandFailure;
import io.tessera.jobs.outcome.ExitCode;
import io.tessera.v1.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks into one file. */
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        sortOptions = true,
        description = {
            "Looks into one file without keeping anything: what it is, how many chunks or pages it",
            "has, and its first contact sheet or page."
        })
final class InspectCommand implements Callable<Integer> {
    private final Terminal terminal;
    private @Nullable ReadingOptions reading;

    @Parameters(arity = "1", paramLabel = "FILE", description = "The file.")
    Path file = Path.of("");

    @Option(
            names = "--write",
            paramLabel = "PNG",
            order = 1,
            description =
                    "Write the contact sheet to this file; of a document, the first page as JPEG.")
    @Nullable Path picture;

    @Option(names = "--json", order = 2, description = "Print one JSON line.")
    boolean json;

    @Option(
            names = {"-v", "--verbose"},
            order = 8,
            description = "Show the stack trace behind an error.")
    boolean verbose;

    InspectCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    void addReadingOptions(CommandSpec spec) {
        reading = ReadingOptions.addTo(spec, EnumSet.allOf(Scope.class));
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw CommandFailure.usage("no such file", file, "name a readable file");
        }
        Options options = reading == null ? Options.DEFAULTS : reading.options();
        Kind kind = LeadingBytes.kindOf(file);
        Inspection inspection =
                Inspection.of(
                        file, kind == Kind.VIDEO ? Kind.VIDEO : Kind.DOCUMENT, options, picture);
        if (json) {
            new JsonPrinter(terminal.out()).print(inspection.line(file.toString()));
        } else {
            inspection.describe().forEach(terminal.out()::println);
            terminal.out().flush();
        }
        return inspection.readable() ? ExitCode.OK : ExitCode.NOT_ALL_OK;
    }
}
