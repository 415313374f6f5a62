/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.pool;

import io.tessera.v1.InputState;
import io.tessera.worker.ExitCode;
import io.tessera.worker.protocol.ProtocolViolation;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out why a worker is lost, after ending it for certain. */
final class LossReport {
    private static final Logger LOG = LoggerFactory.getLogger(LossReport.class);
    private static final int REPORT_BYTES = 4 << 10;

    /** What a JVM writes first when an allocation outside its heap fails. */
    private static final String NO_NATIVE_MEMORY = "insufficient memory for the Java Runtime";

    private static final Pattern SIGNAL = Pattern.compile("SIG[A-Z]{2,5}");
    private static final int SIGNALLED = 128;
    private static final int SIGKILL = 9;

    private final Child child;
    private final long killsBefore = KernelKills.count();

    LossReport(Child child) {
        this.child = child;
    }

    /**
     * Ends the worker and classifies its end.
     *
     * @param seen what broke the conversation
     */
    WorkerLost of(IOException seen, Watch watch) throws InterruptedException {
        if (!(seen instanceof EOFException)) {
            child.kill();
        }
        return reported(seen, watch);
    }

    /** Ends a worker whose reader threw what it should not have. */
    WorkerLost thrown(String text, Watch watch) throws InterruptedException {
        return reported(new ReaderFailed(text), watch);
    }

    private WorkerLost reported(IOException seen, Watch watch) throws InterruptedException {
        watch.close();
        int exit = child.awaitEnd();
        WorkerLost lost =
                watch.expiry()
                        .map(reason -> new WorkerLost(InputState.TIMEOUT, reason))
                        .orElseGet(() -> ofExit(seen, exit));
        LOG.warn(
                "{} is lost: {}, {} (exit code {}); its output: {}",
                child.name(),
                lost.state(),
                lost.getMessage(),
                exit,
                child.output());
        return lost;
    }

    private WorkerLost ofExit(IOException seen, int exit) {
        if (seen instanceof ProtocolViolation) {
            return crash("the worker broke the protocol: " + seen.getMessage());
        } else if (seen instanceof ReaderFailed) {
            return crash("the reader failed with " + seen.getMessage());
        }
        String report = crashReport();
        if (exit == ExitCode.OUT_OF_MEMORY.code() || report.contains(NO_NATIVE_MEMORY)) {
            return new WorkerLost(InputState.OOM, "the worker ran out of memory");
        } else if (exit == SIGNALLED + SIGKILL && KernelKills.count() > killsBefore) {
            return new WorkerLost(
                    InputState.OOM, "the kernel killed the worker for the memory it took");
        }
        Matcher signal = SIGNAL.matcher(report);
        if (signal.find()) {
            return crash("the worker crashed in native code: " + signal.group());
        } else if (exit > SIGNALLED) {
            return crash("the worker was ended by signal " + (exit - SIGNALLED));
        }
        return crash("the worker ended with exit code " + exit);
    }

    private static WorkerLost crash(String reason) {
        return new WorkerLost(InputState.CRASH, reason);
    }

    /** What a reader's contract forbids it to throw. */
    private static final class ReaderFailed extends IOException {
        private static final long serialVersionUID = 1L;

        ReaderFailed(String text) {
            super(text);
        }
    }

    /** What the JVM wrote when it crashed, or nothing. */
    private String crashReport() {
        Path report = WorkerCommand.crashReport(child.folder());
        if (!Files.isRegularFile(report)) {
            return "";
        }
        try (InputStream in = Files.newInputStream(report)) {
            return new String(in.readNBytes(REPORT_BYTES), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
