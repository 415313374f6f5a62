/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.local;

import io.tessera.connectors.embedded.EmbeddedServiceFailed;
import io.tessera.connectors.store.ObjectStore;
import io.tessera.connectors.store.ObjectTooLarge;
import io.tessera.jobs.outcome.CommandFailure;
import io.tessera.jobs.outcome.ExitCode;
import io.tessera.jobs.report.Report;
import io.tessera.jobs.results.ResultSink;
import io.tessera.jobs.results.SummaryLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.util.Optional;

/**
 * Runs everything in this process: broker, store and a small Flink cluster, with the data of all
 * three under --out.
 */
public final class LocalRun implements ReadingRun {
    /** Below this the broker and the store cannot be trusted to keep what they take. */
    private static final long LEAST_DISK = 64L << 20;

    private final String version;

    /**
     * A run by this build.
     *
     * @param version of the software, which ledger entries name
     */
    public LocalRun(String version) {
        this.version = version;
    }

    @Override
    public int run(RunRequest request, RunProgress progress, ResultSink results) {
        try (OutFolder folder = OutFolder.lock(request.out())) {
            requireDisk(folder);
            LogFiles.open(folder.logs());
            try (LocalServices services = LocalServices.start(folder);
                    ObjectStore store = services.location().open();
                    ResultsFile file = new ResultsFile(folder.results(), results)) {
                return run(request, folder, services, store, progress, file);
            }
        } catch (EmbeddedServiceFailed e) {
            throw CommandFailure.incomplete(
                    "a service did not start",
                    String.valueOf(e.getMessage()),
                    "see " + request.out().resolve("logs"),
                    e);
        } catch (IOException | UncheckedIOException e) {
            throw CommandFailure.incomplete(
                    "cannot write to --out",
                    String.valueOf(e.getMessage()),
                    "check the disk and permissions",
                    e);
        }
    }

    private int run(
            RunRequest request,
            OutFolder folder,
            LocalServices services,
            ObjectStore store,
            RunProgress progress,
            ResultsFile lines)
            throws IOException {
        long begin = System.nanoTime();
        int code;
        SummaryLine.Balance balance;
        try (NamesFile names = NamesFile.open(folder);
                RunningJobs jobs = RunningJobs.start(request, services, version);
                Interrupts interrupts =
                        new Interrupts(() -> Runtime.getRuntime().halt(ExitCode.INTERRUPTED))) {
            interrupts.install();
            Following following =
                    new Following(
                            request,
                            folder,
                            services,
                            store,
                            jobs,
                            interrupts,
                            progress,
                            names,
                            lines);
            RunTail tail = following.toTheEnd(version);
            if (interrupts.requested()) {
                progress.note("interrupted; run the same command again to resume");
                return ExitCode.INTERRUPTED;
            }
            balance = following.balance();
            code = exitCode(request, tail, balance);
            lines.accept(
                    SummaryLine.of(
                            tail.states(),
                            (System.nanoTime() - begin) / 1e9,
                            balance,
                            request.out().resolve("report.html").toString()));
        }
        Report.write(folder.results(), (key, most) -> artefact(store, key, most), folder.report());
        return code;
    }

    private static int exitCode(RunRequest request, RunTail tail, SummaryLine.Balance balance) {
        if (!balance.balanced()) {
            throw CommandFailure.incomplete(
                    "ledger and plans do not balance",
                    "%d of %d items".formatted(balance.terminal(), balance.items()),
                    "run the same command again, and report it with " + request.out() + "/logs");
        }
        boolean well = request.command().equals("demo") ? tail.allAsPlanned() : tail.allOk();
        return well ? ExitCode.OK : ExitCode.NOT_ALL_OK;
    }

    private static Optional<byte[]> artefact(ObjectStore store, String key, long most) {
        try {
            return store.get(key, most);
        } catch (ObjectTooLarge e) {
            return Optional.empty();
        }
    }

    /** Fails where the disk that holds --out is full. */
    static void requireDisk(OutFolder folder) {
        try {
            long usable = Files.getFileStore(folder.root()).getUsableSpace();
            if (usable < LEAST_DISK) {
                throw CommandFailure.incomplete(
                        "the disk is full",
                        "%d MB left at %s".formatted(usable >> 20, folder.root()),
                        "free some space and run the same command again");
            }
        } catch (FileSystemException e) {
            throw CommandFailure.incomplete(
                    "cannot look at --out", folder.root(), "check the disk", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
