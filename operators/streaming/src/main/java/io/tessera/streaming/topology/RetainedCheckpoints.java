/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.topology;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;

/** Checkpoints that earlier runs left in a directory of this machine. */
public final class RetainedCheckpoints {
    private static final String METADATA = "_metadata";

    private RetainedCheckpoints() {}

    /**
     * The newest complete checkpoint under {@code directory}, or empty where there is none. A
     * checkpoint is complete once its metadata is written, which is the last thing that is.
     */
    public static Optional<Path> newest(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.walk(directory, 3)) {
            return files.filter(file -> file.endsWith(METADATA))
                    .max(Comparator.comparing(RetainedCheckpoints::written))
                    .map(Path::getParent);
        }
    }

    /** The configuration of a job that goes on from a checkpoint. */
    public static Configuration restore(Configuration configuration, Path checkpoint) {
        Configuration restoring = new Configuration(configuration);
        restoring.set(StateRecoveryOptions.SAVEPOINT_PATH, checkpoint.toUri().toString());
        return restoring;
    }

    private static FileTime written(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            // Gone meanwhile: older than whatever is still there.
            return FileTime.fromMillis(0);
        }
    }
}
