/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.tessera.connectors.kafka.Topics;
import io.tessera.streaming.service.ReadingSettings;
import io.tessera.streaming.testing.Bed;
import io.tessera.streaming.testing.Received;
import io.tessera.streaming.testing.RunningJob;
import io.tessera.v1.Kind;
import io.tessera.v1.LedgerEntry;
import io.tessera.v1.Mode;
import io.tessera.v1.Plan;
import io.tessera.v1.Reply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Halts a process at each point of the way out, runs the job again, and compares what lies in the
 * store with what the topics say. Broker and store outlive the process, as they would a power cut.
 */
class CrashIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir static Path folder;
    static Bed bed;

    @BeforeAll
    static void start() throws Exception {
        bed = new Bed(folder);
    }

    @AfterAll
    static void stop() {
        bed.close();
    }

    @ParameterizedTest
    @CsvSource({
        "LEAF_PUT, 4, true",
        "BEFORE_HEAD, 1, true",
        "BETWEEN_TOPIC_AND_LEDGER, 2, true",
        "BEFORE_WHOLE, 1, true",
        "AFTER_WHOLE, 1, true",
        "AFTER_COMMIT, 1, true",
        "BETWEEN_TOPIC_AND_LEDGER, 3, false",
        "BEFORE_WHOLE, 1, false",
    })
    void losesNothingAndRepeatsNothingUnderAnotherName(
            CrashPoint point, int visit, boolean restores) throws Exception {
        String name = point.name().toLowerCase(java.util.Locale.ROOT) + visit + restores;
        ReadingSettings settings =
                ReadingSettings.defaults(Kind.DOCUMENT, bed.services(name, 2), 2);
        Map<TopicPartition, Long> from = bed.ends(Topics.DOCUMENT_REQUESTS);
        Path[] inputs = {
            bed.input(name + " a", "second", "third", "fourth"),
            bed.input(name + " b", "!FAILED CRASH", "!BLANK"),
            bed.input(name + " c")
        };
        String[] requests = {name + "-a", name + "-b", name + "-c"};
        send(requests, inputs);

        assertThat(runUntilHalted(point, visit, name, from)).isEqualTo(CrashPoint.EXIT_STATUS);
        assertThat(wholesBeforeUnits(name)).isEmpty();

        // A run that restores goes on where it was; one that starts afresh is asked again.
        Map<TopicPartition, Long> again = restores ? from : bed.ends(Topics.DOCUMENT_REQUESTS);
        Path checkpoints = folder.resolve(restores ? name + "-checkpoints" : name + "-fresh");
        try (RunningJob job =
                RunningJob.start(
                        settings,
                        bed.bootstrapServers(),
                        again,
                        checkpoints,
                        Duration.ofMillis(500))) {
            if (!restores) {
                for (int i = 0; i < requests.length; i++) {
                    requests[i] += "-again";
                }
                send(requests, inputs);
            }
            Map<String, Reply> replies = bed.replies(PATIENCE, requests);
            assertThat(replies.get(requests[0]).getState().name()).isEqualTo("OK");
            assertThat(replies.get(requests[1]).getState().name()).isEqualTo("PARTIAL");
            assertThat(replies.get(requests[2]).getState().name()).isEqualTo("OK");
            assertThat(job.cluster().ready(job.job())).isTrue();
        }
        balances(name);
    }

    private static void send(String[] requests, Path[] inputs) throws Exception {
        for (int i = 0; i < requests.length; i++) {
            bed.send(Kind.DOCUMENT, Bed.request(requests[i], inputs[i], Mode.NORMAL));
        }
    }

    private static int runUntilHalted(
            CrashPoint point, int visit, String name, Map<TopicPartition, Long> from)
            throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.add("-Dtessera.crash-point=" + point);
        command.add("-Dtessera.crash-point.visit=" + visit);
        command.add(CrashingRun.class.getName());
        command.add(bed.bootstrapServers());
        command.add(folder.resolve(name).toAbsolutePath().toString());
        command.add(folder.resolve(name + "-checkpoints").toAbsolutePath().toString());
        new TreeMap<>(
                        from.entrySet().stream()
                                .collect(
                                        Collectors.toMap(
                                                entry -> entry.getKey().partition(),
                                                Map.Entry::getValue)))
                .values()
                .forEach(offset -> command.add(offset.toString()));
        Path log = folder.resolve(name + ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        Process process = builder.start();
        try {
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as("the process halts at %s: %s", point, Files.readString(log))
                    .isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /** Inputs that are marked complete although a unit of theirs is not in the ledger. */
    private static Set<String> wholesBeforeUnits(String store) throws Exception {
        Set<String> ledger = new TreeSet<>(entries(store).keySet());
        return leaves(store).stream()
                .filter(item -> item.endsWith("/whole"))
                .filter(
                        whole ->
                                !ledger.contains(whole)
                                        || !ledger.containsAll(announced(store, whole)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> announced(String store, String whole) {
        String input = whole.substring(0, whole.length() - "whole".length());
        try {
            return plans(store).stream()
                    .filter(plan -> plan.key().startsWith(input))
                    .flatMap(plan -> plan.as(Plan.class).getUnits().stream())
                    .map(unit -> input + unit)
                    .toList();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Leaves = ledger = topics, once repeats are taken out; and all that was announced. */
    private static void balances(String store) throws Exception {
        Set<String> leaves = leaves(store);
        Map<String, LedgerEntry> ledger = entries(store);
        assertThat(ledger.keySet()).isEqualTo(leaves);
        assertThat(leaves).hasSize(4 + 3 + 1 + 3);

        Set<String> published =
                bed.all(Topics.DOCUMENT_PAGES, Topics.INPUTS, Topics.DEAD_LETTERS).stream()
                        .map(Received::item)
                        .filter(leaves::contains)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(published).isEqualTo(leaves);

        Set<String> announced = new TreeSet<>();
        leaves.stream()
                .filter(item -> item.endsWith("/whole"))
                .forEach(
                        whole -> {
                            announced.add(whole);
                            announced.addAll(announced(store, whole));
                        });
        assertThat(announced).isEqualTo(leaves);

        try (var objects = bed.location(store).open()) {
            for (LedgerEntry entry : ledger.values()) {
                var leaf = objects.head(entry.getLeaf()).orElseThrow();
                assertThat(leaf.length()).isEqualTo(entry.getLength());
                assertThat(leaf.sha256()).contains(entry.getSha256());
            }
        }
    }

    private static Set<String> leaves(String store) {
        try (var objects = bed.location(store).open();
                var list = objects.list("")) {
            return list.map(object -> object.key())
                    .filter(key -> key.endsWith(".avro"))
                    .map(key -> key.substring(0, key.length() - ".avro".length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** Ledger entries of the inputs whose leaves lie in a store, the last of each item. */
    private static Map<String, LedgerEntry> entries(String store) throws Exception {
        Set<String> inputs = inputs(store);
        Map<String, LedgerEntry> entries = new TreeMap<>();
        for (Received record : bed.all(Topics.LEDGER)) {
            if (inputs.contains(record.header("input")) && !record.key().endsWith("/plan")) {
                entries.put(record.key(), record.as(LedgerEntry.class));
            }
        }
        return entries;
    }

    private static List<Received> plans(String store) throws Exception {
        Set<String> inputs = inputs(store);
        return bed.all(Topics.LEDGER).stream()
                .filter(record -> inputs.contains(record.header("input")))
                .filter(record -> record.key().endsWith("/plan"))
                .toList();
    }

    private static Set<String> inputs(String store) {
        return leaves(store).stream()
                .map(item -> item.split("/", -1)[2])
                .collect(Collectors.toSet());
    }
}
