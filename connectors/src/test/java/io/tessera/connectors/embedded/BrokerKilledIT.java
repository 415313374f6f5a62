/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tessera.connectors.kafka.KafkaRecordPublisher;
import io.tessera.connectors.kafka.KafkaSettings;
import io.tessera.connectors.kafka.TopicAdmin;
import io.tessera.connectors.kafka.TopicOffsets;
import io.tessera.connectors.kafka.TopicSpec;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class BrokerKilledIT {
    private static final int RECORDS = 500;

    @TempDir Path directory;

    @Test
    @Timeout(120)
    void keepsWhatWasAcknowledgedWhenItsProcessIsKilled() throws Exception {
        Process child =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                BrokerMain.class.getName(),
                                directory.toString())
                        .redirectErrorStream(true)
                        .start();
        try (BufferedReader output = child.inputReader(UTF_8)) {
            String address = address(output);
            publish(KafkaSettings.of(address));
        } finally {
            child.destroyForcibly();
        }
        assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();

        long start = System.nanoTime();
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0);
                TopicAdmin admin = new TopicAdmin(KafkaSettings.of(broker.bootstrapServers()))) {
            System.out.printf(
                    "started again after %d ms%n", (System.nanoTime() - start) / 1_000_000);
            TopicOffsets end = admin.end(List.of("things"));
            assertThat(end.offsets())
                    .isEqualTo(Map.of(new TopicPartition("things", 0), (long) RECORDS));
        }
    }

    private static String address(BufferedReader output) throws Exception {
        StringBuilder read = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("listening on ")) {
                return line.substring("listening on ".length());
            }
            read.append(line).append('\n');
        }
        throw new AssertionError("the broker did not start: " + read);
    }

    private static void publish(KafkaSettings settings) {
        try (TopicAdmin admin = new TopicAdmin(settings);
                KafkaRecordPublisher publisher = new KafkaRecordPublisher(settings)) {
            admin.ensure(List.of(new TopicSpec("things", null)), 1);
            for (int i = 0; i < RECORDS; i++) {
                publisher.send("things", "k" + i, new byte[100], 1L, Map.of());
            }
            publisher.flush();
        }
    }
}
