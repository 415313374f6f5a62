/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.crash;

import io.tessera.connectors.kafka.Topics;
import io.tessera.connectors.store.directory.DirectoryLocation;
import io.tessera.streaming.service.ReadingSettings;
import io.tessera.streaming.testing.RunningJob;
import io.tessera.streaming.testing.TextServices;
import io.tessera.v1.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.common.TopicPartition;

/** A process that runs a job until a crash point halts it or its parent kills it. */
public final class CrashingRun {
    private CrashingRun() {}

    /**
     * Runs until something from outside ends it.
     *
     * @param args broker, directory of the store, directory of checkpoints, then the offset at
     *     which each partition starts
     */
    public static void main(String[] args) throws Exception {
        TextServices services = new TextServices(new DirectoryLocation(args[1]), args[0], 2);
        ReadingSettings settings = ReadingSettings.defaults(Kind.DOCUMENT, services, 2);
        Map<TopicPartition, Long> from = new HashMap<>();
        for (int i = 3; i < args.length; i++) {
            from.put(new TopicPartition(Topics.DOCUMENT_REQUESTS, i - 3), Long.parseLong(args[i]));
        }
        // Long enough for inputs to be complete within one checkpoint: then a commit that did
        // things
        // in another order would mark an input before it has published its units.
        Duration interval = Duration.ofSeconds(2);
        try (RunningJob job =
                RunningJob.start(settings, args[0], from, Path.of(args[2]), interval)) {
            System.err.println("running " + job.job());
            new CountDownLatch(1).await();
        }
    }
}
