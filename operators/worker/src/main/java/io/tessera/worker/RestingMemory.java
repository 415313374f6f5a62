/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How much memory this process holds between two commands. */
final class RestingMemory {
    private static final Path STATUS = Path.of("/proc/self/status");

    /** From here on a collection is worth its time: the heap gives back what it can. */
    private static final long COLLECT_FROM = 448L << 20;

    private RestingMemory() {}

    /** Resident bytes of its own, without what is shared with the parent; 0 where unknown. */
    static long bytes() throws IOException {
        long now = read();
        if (now > COLLECT_FROM) {
            System.gc();
            now = read();
        }
        return now;
    }

    private static long read() throws IOException {
        if (!Files.isReadable(STATUS)) {
            return 0;
        }
        List<String> lines = Files.readAllLines(STATUS);
        return 1024 * (kilobytes(lines, "VmRSS:") - kilobytes(lines, "RssShmem:"));
    }

    private static long kilobytes(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()).replace("kB", "").strip())
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
    }
}
