/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.pool;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Whether this machine lets a process start others without a network; found out once. */
final class Isolation {
    /** Runs what follows in a user and a network namespace of its own. */
    static final List<String> COMMAND = List.of("unshare", "-rn");

    private static final boolean WORKS = probe();

    private Isolation() {}

    static boolean works() {
        return WORKS;
    }

    private static boolean probe() {
        try {
            Process process =
                    new ProcessBuilder("unshare", "-rn", "true")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            boolean ended = process.waitFor(5, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly();
            }
            return ended && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
