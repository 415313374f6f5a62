/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.tessera.connectors.kafka.Topics;
import io.tessera.streaming.service.ReadingSettings;
import io.tessera.streaming.testing.Bed;
import io.tessera.streaming.testing.Received;
import io.tessera.streaming.testing.RunningJob;
import io.tessera.streaming.testing.UnsteadyServices;
import io.tessera.v1.InputState;
import io.tessera.v1.Kind;
import io.tessera.v1.Mode;
import io.tessera.v1.Reply;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store or broker that fails is never a state of an input, and costs none of its records. */
class UnsteadyServicesIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String[] REQUESTS = {"a", "b", "c", "d", "e"};

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

    @Test
    void readsEverythingThroughAStoreThatFailsEveryThirdCall() throws Exception {
        String store = "failing-store";
        ReadingSettings settings =
                ReadingSettings.defaults(
                        Kind.DOCUMENT,
                        new UnsteadyServices(bed.services(store, 2), store, 3, 0),
                        2);
        Map<String, Reply> replies = run(settings, store);
        balances(store, replies);
    }

    @Test
    void failsOverAndPublishesAllAgainWhenABrokerOutlastsACommit() throws Exception {
        String store = "failing-broker";
        ReadingSettings defaults =
                ReadingSettings.defaults(
                        Kind.DOCUMENT,
                        new UnsteadyServices(bed.services(store, 2), store, 0, 6),
                        2);
        ReadingSettings impatient =
                new ReadingSettings(
                        defaults.kind(),
                        defaults.options(),
                        defaults.services(),
                        defaults.parallelism(),
                        defaults.unitsAtOnce(),
                        defaults.engineDeadline(),
                        Duration.ofMillis(1),
                        null,
                        true,
                        "test");
        Map<String, Reply> replies = run(impatient, store);
        assertThat(UnsteadyServices.lost(store)).isEqualTo(6);
        balances(store, replies);
    }

    private static Map<String, Reply> run(ReadingSettings settings, String store) throws Exception {
        String[] ids = new String[REQUESTS.length];
        try (RunningJob job =
                RunningJob.start(
                        settings, bed.bootstrapServers(), bed.ends(Topics.DOCUMENT_REQUESTS))) {
            assertThat(job.cluster().ready(job.job())).isTrue();
            for (int i = 0; i < REQUESTS.length; i++) {
                ids[i] = store + "-" + REQUESTS[i];
                Path input = bed.input(ids[i], "second of " + ids[i], "!BLANK");
                bed.send(Kind.DOCUMENT, Bed.request(ids[i], input, Mode.NORMAL));
            }
            return bed.replies(PATIENCE, ids);
        }
    }

    private static void balances(String store, Map<String, Reply> replies) throws Exception {
        assertThat(replies.values())
                .extracting(Reply::getState)
                .containsOnly(InputState.OK)
                .hasSize(REQUESTS.length);
        Set<String> inputs =
                replies.values().stream().map(Reply::getInputId).collect(Collectors.toSet());
        Set<String> leaves;
        try (var objects = bed.location(store).open();
                var list = objects.list("")) {
            leaves =
                    list.map(object -> object.key())
                            .filter(key -> key.endsWith(".avro"))
                            .map(key -> key.substring(0, key.length() - 5))
                            .collect(Collectors.toCollection(TreeSet::new));
        }
        assertThat(leaves).hasSize(4 * REQUESTS.length);
        assertThat(items(inputs, Topics.LEDGER)).isEqualTo(leaves);
        assertThat(items(inputs, Topics.DOCUMENT_PAGES, Topics.INPUTS)).isEqualTo(leaves);
    }

    private static Set<String> items(Set<String> inputs, String... topics) throws Exception {
        return bed.all(topics).stream()
                .filter(record -> inputs.contains(record.header("input")))
                .map(Received::item)
                .filter(item -> !item.endsWith("/plan"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
