/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.cli;

import io.tessera.contract.codec.Digests;
import io.tessera.contract.identity.Identity;
import io.tessera.jobs.local.StoredResults;
import io.tessera.jobs.outcome.CommandFailure;
import io.tessera.jobs.outcome.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what is in the store. */
@Command(
        name = "results",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Shows what the store under --out holds: every input with its state, or one input with",
            "its pages or chunks. Requests that were never answered are OPEN."
        })
final class ResultsCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(
            arity = "0..1",
            paramLabel = "INPUT",
            description = "A file, the name that it was read under, or an inputId.")
    @Nullable String input;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "tessera-out",
            description = "Folder of the run. Default: tessera-out.")
    Path out = Path.of("tessera-out");

    @Option(names = "--json", description = "Print JSON lines.")
    boolean json;

    @Option(
            names = "--tenant",
            paramLabel = "NAME",
            defaultValue = "default",
            description = "Tenant that a file belongs to. Default: default.")
    String tenant = "default";

    ResultsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(out)) {
            throw CommandFailure.usage("no such folder", out, "name the folder of a run");
        }
        ResultPrinter printer =
                json ? new JsonPrinter(terminal.out()) : new PeoplePrinter(terminal.out());
        String wanted = input;
        String inputId = wanted == null ? "" : inputIdOf(wanted);
        int shown =
                new StoredResults(out, printer::print)
                        .show(
                                found ->
                                        wanted == null
                                                || found.inputId().equals(inputId)
                                                || found.name().equals(wanted),
                                wanted != null);
        if (shown == 0) {
            throw CommandFailure.usage(
                    "nothing of it in the store",
                    wanted == null ? out : wanted,
                    "tessera results lists what is there");
        }
        return ExitCode.OK;
    }

    private String inputIdOf(String named) throws IOException {
        Path file = Path.of(named);
        if (named.matches("[0-9a-f]{32}") || !Files.isRegularFile(file)) {
            return named;
        }
        MessageDigest digest = Digests.newSha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return Identity.contentInputId(tenant, Digests.hex(digest.digest()));
    }
}
