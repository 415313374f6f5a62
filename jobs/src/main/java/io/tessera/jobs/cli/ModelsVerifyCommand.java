/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tessera.jobs.outcome.CommandFailure;
import io.tessera.jobs.outcome.ExitCode;
import io.tessera.jobs.results.Json;
import io.tessera.models.torch.Precision;
import io.tessera.models.verify.CaseKind;
import io.tessera.models.verify.CaseResult;
import io.tessera.models.verify.ModelKinds;
import io.tessera.models.verify.Verifier;
import io.tessera.models.verify.VerifySummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks recorded cases. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Checks every recorded case of a folder (cases/*.jsonl with images, tensors and",
            "checkpoints beside it): tokens, images, prompts, vision features, logits, answers."
        })
final class ModelsVerifyCommand implements Callable<Integer> {
    private static final int CHUNK = 512;
    private static final int EVERY = 200;

    private final Terminal terminal;
    private int seen;

    @Parameters(arity = "1", paramLabel = "FOLDER", description = "The folder of cases.")
    Path folder = Path.of("");

    @Option(names = "--json", description = "Print a JSON line for each case and a summary.")
    boolean json;

    ModelsVerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (!Files.isDirectory(folder)) {
            throw CommandFailure.usage("no such folder", folder, "name a folder of recorded cases");
        }
        List<CaseKind> kinds = ModelKinds.all(Precision.FP32, CHUNK);
        try {
            VerifySummary summary = new Verifier(kinds).run(folder, this::print);
            if (json) {
                ObjectNode line = Json.object().put("type", "summary");
                line.put("pass", summary.pass()).put("fail", summary.fail());
                new JsonPrinter(terminal.out()).print(line.put("skip", summary.skip()));
            } else {
                terminal.out()
                        .printf(
                                "%d passed, %d failed, %d skipped%n",
                                summary.pass(), summary.fail(), summary.skip());
            }
            terminal.out().flush();
            return summary.ok() ? ExitCode.OK : ExitCode.NOT_ALL_OK;
        } catch (IOException e) {
            throw CommandFailure.usage("no recorded cases", folder, String.valueOf(e.getMessage()));
        } finally {
            kinds.forEach(CaseKind::close);
        }
    }

    private void print(CaseResult result) {
        seen++;
        if (json) {
            ObjectNode line = Json.object().put("type", "case").put("id", result.id());
            line.put("kind", result.kind()).put("state", result.state().name());
            line.put("reason", result.reason());
            new JsonPrinter(terminal.out()).print(line.put("difference", result.difference()));
        } else if (result.state() != CaseResult.State.PASS) {
            terminal.out()
                    .printf(
                            "%s %s (%s): %s%n",
                            result.state(), result.id(), result.kind(), result.reason());
            terminal.out().flush();
        }
        if (seen % EVERY == 0) {
            terminal.note("checked " + seen + " cases");
        }
    }
}
