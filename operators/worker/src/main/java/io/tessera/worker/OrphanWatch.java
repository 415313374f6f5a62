/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker;

import java.io.IOException;
import java.io.InputStream;

/**
 * Ends this process once its standard input ends, which it does when the parent dies, however it
 * dies: no worker outlives its parent, even in the middle of a hanging decoder.
 */
final class OrphanWatch {
    private OrphanWatch() {}

    static void start(InputStream parent) {
        Thread watch = new Thread(() -> await(parent), "orphan-watch");
        watch.setDaemon(true);
        watch.start();
    }

    private static void await(InputStream parent) {
        try {
            while (parent.read() >= 0) {
                // Nothing is ever sent; whatever comes is not for us.
            }
        } catch (IOException e) {
            // Unreadable is as good as ended.
        }
        ExitCode.ORPHANED.halt();
    }
}
