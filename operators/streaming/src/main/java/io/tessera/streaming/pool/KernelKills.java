/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.pool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How often the kernel has killed a process of this control group for its memory. */
final class KernelKills {
    private static final Path EVENTS = Path.of("/sys/fs/cgroup/memory.events");
    private static final String NAME = "oom_kill ";

    private KernelKills() {}

    /** The count so far; 0 where it is not known. */
    static long count() {
        if (!Files.isReadable(EVENTS)) {
            return 0;
        }
        try {
            return Files.readAllLines(EVENTS).stream()
                    .filter(line -> line.startsWith(NAME))
                    .mapToLong(line -> Long.parseLong(line.substring(NAME.length()).strip()))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }
}
