/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Real documents that lie beside the repository; tests that need them are skipped without. */
final class SharedDocuments {
    private SharedDocuments() {}

    static Path folder() {
        Path folder =
                Path.of(System.getProperty("tessera.shared", "../shared"), "media", "documents");
        Assumptions.assumeTrue(
                Files.isDirectory(folder), () -> "no real documents at " + folder.toAbsolutePath());
        return folder;
    }

    static Path file(String name) {
        return folder().resolve(name);
    }
}
