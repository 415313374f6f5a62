/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.pool;

import io.tessera.worker.protocol.MessageChannel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A worker process that has said hello. Owned by one thread; any thread may kill it. */
final class Child {
    /** The window that ranges of the input are laid into. */
    static final int SLOT_BYTES = 256 << 10;

    static final int SLOTS = 8;

    private static final long GRACE_MILLIS = 1000;
    private static final long DEATH_MILLIS = 5000;

    private final String name;
    private final Process process;
    private final MessageChannel channel;
    private final RegionFile window;
    private final Path folder;
    private final OutputTail output;

    Child(
            String name,
            Process process,
            MessageChannel channel,
            RegionFile window,
            Path folder,
            OutputTail output) {
        this.name = name;
        this.process = process;
        this.channel = channel;
        this.window = window;
        this.folder = folder;
        this.output = output;
    }

    /** Unique in this pool, with the process id. */
    String name() {
        return name + "-" + process.pid();
    }

    long pid() {
        return process.pid();
    }

    MessageChannel channel() {
        return channel;
    }

    RegionFile window() {
        return window;
    }

    Path folder() {
        return folder;
    }

    String output() {
        return output.text();
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Ends the process now, whatever it does. */
    void kill() {
        process.destroyForcibly();
    }

    /**
     * Waits for the end of a process that was killed or ends by itself; kills it if it does not.
     *
     * @return its exit code, 128 + n where signal n ended it
     */
    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(GRACE_MILLIS, TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
            process.waitFor(DEATH_MILLIS, TimeUnit.MILLISECONDS);
        }
        output.join(GRACE_MILLIS);
        return process.isAlive() ? -1 : process.exitValue();
    }

    /** Frees everything that this process holds for a worker that has ended. */
    void discard() {
        process.destroyForcibly();
        closeAll(channel, process.getOutputStream(), window);
        try {
            ScratchFolder.delete(folder);
        } catch (IOException e) {
            // It is in the scratch folder, which is removed as a whole.
        }
    }

    static void closeAll(AutoCloseable... all) {
        for (AutoCloseable each : all) {
            try {
                each.close();
            } catch (Exception e) {
                // Nobody is left to whom it could matter.
            }
        }
    }
}
