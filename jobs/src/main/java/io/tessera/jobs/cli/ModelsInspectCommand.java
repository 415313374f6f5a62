/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tessera.jobs.outcome.CommandFailure;
import io.tessera.jobs.outcome.ExitCode;
import io.tessera.jobs.results.Json;
import io.tessera.models.checkpoint.BadCheckpoint;
import io.tessera.models.checkpoint.CheckpointReport;
import io.tessera.models.checkpoint.Inventory;
import io.tessera.models.torch.Precision;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what a checkpoint is and what it needs. */
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        description = {
            "Says which family a checkpoint folder is, its sizes, the memory that it needs, and",
            "which tensors are missing, unexpected or of another shape. No weight is read."
        })
final class ModelsInspectCommand implements Callable<Integer> {
    private static final int SHOWN = 5;
    private static final double GIB = 1L << 30;

    private final Terminal terminal;

    @Parameters(arity = "1", paramLabel = "FOLDER", description = "The checkpoint's folder.")
    Path folder = Path.of("");

    @Option(names = "--json", description = "Print one JSON line.")
    boolean json;

    ModelsInspectCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        CheckpointReport report;
        try {
            report = CheckpointReport.of(folder);
        } catch (BadCheckpoint e) {
            throw CommandFailure.usage(
                    "no usable checkpoint", folder, String.valueOf(e.getMessage()));
        }
        if (json) {
            new JsonPrinter(terminal.out()).print(line(report));
        } else {
            print(report);
        }
        terminal.out().flush();
        return report.inventory().usable() ? ExitCode.OK : ExitCode.NOT_ALL_OK;
    }

    private ObjectNode line(CheckpointReport report) {
        Inventory inventory = report.inventory();
        ObjectNode line = Json.object().put("type", "model").put("folder", folder.toString());
        line.put("family", report.checkpoint().family().id());
        line.put("parameters", report.parameters());
        report.types().forEach((type, bytes) -> line.put("bytes" + type, bytes));
        ObjectNode memory = line.putObject("memory");
        for (Precision precision : Precision.values()) {
            memory.put(precision.name().toLowerCase(Locale.ROOT), report.memory().get(precision));
        }
        line.put("bytesPerPosition", report.bytesPerPosition());
        inventory.missing().forEach(line.putArray("missing")::add);
        inventory.unexpected().forEach(line.putArray("unexpected")::add);
        inventory.misshapen().forEach(line.putArray("misshapen")::add);
        return line.put("usable", inventory.usable());
    }

    private void print(CheckpointReport report) {
        report.lines().forEach(this::print);
        for (Precision precision : Precision.values()) {
            Long bytes = report.memory().get(precision);
            print(
                    "memory " + precision.name().toLowerCase(Locale.ROOT),
                    String.format(Locale.ROOT, "%.1f GiB", (bytes == null ? 0 : bytes) / GIB));
        }
        print("cache", report.bytesPerPosition() + " bytes a position");
        Inventory inventory = report.inventory();
        tensors("missing", inventory.missing());
        tensors("misshapen", inventory.misshapen());
        tensors("unexpected", inventory.unexpected());
        print("usable", inventory.usable() ? "yes" : "no; download it again");
    }

    private void tensors(String what, List<String> names) {
        if (!names.isEmpty()) {
            List<String> shown = names.subList(0, Math.min(SHOWN, names.size()));
            print(what, names.size() + ": " + String.join(", ", shown));
        }
    }

    private void print(String name, String text) {
        terminal.out().printf("%-12s %s%n", name, text);
    }
}
