/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.cli;

import io.tessera.jobs.local.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Folders outside --out into which native libraries are unpacked. */
final class NativeCaches {
    private NativeCaches() {}

    static List<Path> folders() {
        String home = System.getProperty("user.home", ".");
        return List.of(
                Path.of(
                        System.getProperty(
                                "org.bytedeco.javacpp.cachedir", home + "/.javacpp/cache")),
                Path.of(System.getenv().getOrDefault("DJL_CACHE_DIR", home + "/.djl.ai")));
    }

    /** Removes them and returns how many files went. */
    static long remove() throws IOException {
        long removed = 0;
        for (Path folder : folders()) {
            if (Files.isDirectory(folder)) {
                removed += FolderTree.remove(folder);
            }
        }
        return removed;
    }
}
