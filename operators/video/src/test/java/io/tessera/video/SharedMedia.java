/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video;

import io.tessera.contract.failure.InputFailure;
import io.tessera.contract.input.FileByteSource;
import io.tessera.contract.input.Progress;
import io.tessera.contract.option.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** Real clips that are not part of the repository; tests that need them skip without them. */
final class SharedMedia {
    private SharedMedia() {}

    static Path clip(String name) {
        Path file =
                Path.of(System.getProperty("tessera.shared", "../shared"))
                        .resolve("media/video")
                        .resolve(name);
        Assumptions.assumeTrue(Files.exists(file), () -> "no shared clip " + file);
        return file;
    }

    static VideoSource open(Path file, Map<String, String> options)
            throws IOException, InputFailure {
        FileByteSource bytes = new FileByteSource(file);
        try {
            return VideoSource.open(bytes, Options.parse(options), Progress.NONE);
        } catch (InputFailure e) {
            bytes.close();
            throw e;
        }
    }
}
