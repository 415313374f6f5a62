/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.cli;

import io.tessera.contract.option.Options;
import io.tessera.contract.option.PageSelection;
import io.tessera.jobs.local.JobRequest;
import io.tessera.jobs.local.ReadingRun;
import io.tessera.jobs.outcome.CommandFailure;
import io.tessera.v1.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads documents. */
@Command(
        name = "documents",
        mixinStandardHelpOptions = true,
        sortOptions = true,
        description = {
            "Reads documents: the text of every page, from its text layer or its picture.",
            "",
            "Takes PDF, TIFF with any number of pages, PNG, JPEG, WebP, GIF, BMP, JPEG 2000.",
            "A folder is walked in sorted order, hidden files and links are skipped."
        })
final class DocumentsCommand extends ReadCommand {
    @Parameters(arity = "1..*", paramLabel = "INPUT", description = "Files or folders.")
    List<String> inputs = new ArrayList<>();

    @Option(
            names = "--pages",
            paramLabel = "PAGES",
            order = 50,
            description = "Pages to read, e.g. 1-3,7. Default: all.")
    String pages = "";

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            order = 51,
            description = "File whose first line opens locked documents.")
    @Nullable Path passwordFile;

    DocumentsCommand(ReadingRun run, Terminal terminal) {
        super("documents", run, terminal);
    }

    @Override
    List<JobRequest> jobs(Options options) {
        return List.of(
                new JobRequest(
                        Kind.DOCUMENT,
                        options,
                        InputFinder.find(Kind.DOCUMENT, inputs, terminal()),
                        selection(),
                        checkedPasswordFile()));
    }

    private PageSelection selection() {
        try {
            return PageSelection.TYPE.parse(pages);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(
                    "not a selection of pages", pages, String.valueOf(e.getMessage()));
        }
    }

    private @Nullable Path checkedPasswordFile() {
        Path file = passwordFile;
        if (file != null && !Files.isReadable(file)) {
            throw CommandFailure.usage(
                    "password file cannot be read", file, "check its name and permissions");
        }
        return file == null ? null : file.toAbsolutePath();
    }
}
