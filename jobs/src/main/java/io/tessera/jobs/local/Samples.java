/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.local;

import io.tessera.contract.option.Options;
import io.tessera.jobs.outcome.CommandFailure;
import io.tessera.streaming.pool.WorkerCommand;
import io.tessera.streaming.pool.WorkerTool;
import io.tessera.v1.Kind;
import io.tessera.worker.samples.SampleMaker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Sample media of the demonstration, made by a process like those that read them. */
public final class Samples {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private Samples() {}

    /** A sample and the job that reads it. */
    public record Sample(NamedInput input, Kind kind) {}

    /** Makes the samples in a folder, where a complete set is not there already. */
    public static void make(Path folder) throws IOException {
        if (Files.exists(folder.resolve(io.tessera.worker.samples.Sample.LIST))) {
            return;
        }
        WorkerCommand worker = WorkerCommand.of(Options.DEFAULTS);
        WorkerCommand maker =
                new WorkerCommand(
                        worker.classPath(),
                        SampleMaker.class.getName(),
                        worker.heapBytes(),
                        worker.addressSpaceBytes(),
                        worker.isolated(),
                        worker.jvmOptions());
        try {
            WorkerTool.run(maker, List.of(folder.toAbsolutePath().toString()), PATIENCE);
        } catch (IOException e) {
            throw CommandFailure.incomplete(
                    "samples could not be made", folder, "tessera doctor says what is missing", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailure.incomplete(
                    "interrupted while samples were made", folder, "run it again", e);
        }
    }

    /** The samples of a folder, in the order in which they are to be shown. */
    public static List<Sample> in(Path folder) throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (io.tessera.worker.samples.Sample listed :
                io.tessera.worker.samples.Sample.list(folder)) {
            NamedInput input =
                    new NamedInput(
                            listed.file(),
                            listed.file(),
                            folder.resolve(listed.file()).toAbsolutePath(),
                            listed.planned().name());
            samples.add(new Sample(input, listed.kind()));
        }
        return samples;
    }
}
