/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.pool;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs a program of the worker's class path once, under the limits of a worker: what needs native
 * code but is no reading, e.g. making the samples.
 */
public final class WorkerTool {
    private WorkerTool() {}

    /**
     * Runs {@code command} to its end.
     *
     * @param arguments of its main class; paths must be absolute, its working directory is empty
     * @throws IOException if it does not start, does not end in time, or ends with another exit
     *     code than 0; its output is in the message
     */
    public static void run(WorkerCommand command, List<String> arguments, Duration deadline)
            throws IOException, InterruptedException {
        try (ScratchFolder scratch = ScratchFolder.onDisk()) {
            Path folder = scratch.path();
            Process process = command.process(folder, arguments).directory(folder.toFile()).start();
            OutputTail output = OutputTail.of(process, "worker-tool");
            try {
                boolean ended = process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS);
                if (!ended || process.exitValue() != 0) {
                    throw new IOException(
                            "%s %s; its output: %s"
                                    .formatted(
                                            command.mainClass(),
                                            ended
                                                    ? "ended with exit code " + process.exitValue()
                                                    : "did not end within " + deadline,
                                            output.text()));
                }
            } finally {
                process.destroyForcibly();
                process.waitFor();
                Child.closeAll(process.getOutputStream());
            }
        }
    }
}
