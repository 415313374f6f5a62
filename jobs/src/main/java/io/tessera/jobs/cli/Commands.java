/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.cli;

import io.tessera.contract.option.Option.Scope;
import io.tessera.jobs.local.LocalRun;
import io.tessera.jobs.local.ReadingRun;
import java.util.EnumSet;
import picocli.CommandLine;

/** The commands, in the order in which help shows them. */
final class Commands {
    private Commands() {}

    static void addTo(CommandLine root, Terminal terminal) {
        ReadingRun run = new LocalRun(Version.text());
        root.addSubcommand("demo", new DemoCommand(run, terminal));
        VideoCommand video = new VideoCommand(run, terminal);
        CommandLine videoLine = new CommandLine(video);
        video.addReadingOptions(videoLine.getCommandSpec(), EnumSet.of(Scope.VIDEO));
        root.addSubcommand("video", videoLine);
        DocumentsCommand documents = new DocumentsCommand(run, terminal);
        CommandLine documentsLine = new CommandLine(documents);
        documents.addReadingOptions(documentsLine.getCommandSpec(), EnumSet.of(Scope.DOCUMENT));
        root.addSubcommand("documents", documentsLine);
        InspectCommand inspect = new InspectCommand(terminal);
        CommandLine inspectLine = new CommandLine(inspect);
        inspect.addReadingOptions(inspectLine.getCommandSpec());
        root.addSubcommand("inspect", inspectLine);
        root.addSubcommand("results", new ResultsCommand(terminal));
        root.addSubcommand("models", ModelsCommand.line(terminal));
        root.addSubcommand("doctor", new DoctorCommand(terminal));
        root.addSubcommand("clean", new CleanCommand(terminal));
    }
}
