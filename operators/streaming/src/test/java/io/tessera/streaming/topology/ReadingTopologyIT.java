/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.tessera.contract.codec.Leaf;
import io.tessera.streaming.service.ReadingSettings;
import io.tessera.streaming.sink.Topics;
import io.tessera.streaming.testing.Bed;
import io.tessera.streaming.testing.RunningJob;
import io.tessera.v1.Document;
import io.tessera.v1.InputState;
import io.tessera.v1.Kind;
import io.tessera.v1.LedgerEntry;
import io.tessera.v1.Mode;
import io.tessera.v1.Page;
import io.tessera.v1.Reply;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingTopologyIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

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
    void takesARequestToItsLeavesItsRecordsAndItsReply() throws Exception {
        ReadingSettings settings =
                ReadingSettings.defaults(Kind.DOCUMENT, bed.services("walk", 2), 2);
        Path input = bed.input("first page", "!BLANK", "!FAILED CRASH", "last page");
        Reply reply;
        try (RunningJob job =
                RunningJob.start(
                        settings, bed.bootstrapServers(), bed.ends(Topics.DOCUMENT_REQUESTS))) {
            assertThat(job.cluster().ready(job.job())).isTrue();
            bed.send(Kind.DOCUMENT, Bed.request("walk-1", input, Mode.NORMAL));
            reply = bed.replies(PATIENCE, "walk-1").get("walk-1");
        }
        assertThat(reply.getState()).isEqualTo(InputState.PARTIAL);
        assertThat(reply.getResumed()).isFalse();

        String prefix = "default/%s/%s/".formatted(reply.getPipelineId(), reply.getInputId());
        try (var store = bed.location("walk").open()) {
            assertThat(store.list(prefix).map(object -> object.key()))
                    .contains(
                            prefix + "page/000001.avro",
                            prefix + "page/000002.avro",
                            prefix + "page/000003.avro",
                            prefix + "page/000004.avro",
                            prefix + "whole.avro",
                            prefix + "whole.document.md");
            Document whole =
                    Leaf.decode(
                            store.get(prefix + "whole.avro", 1 << 20).orElseThrow(),
                            Document.class);
            assertThat(whole.getMissing()).containsExactly("page/000003: CRASH");
            assertThat(
                            new String(
                                    store.get(prefix + "whole.document.md", 1 << 20).orElseThrow(),
                                    java.nio.charset.StandardCharsets.UTF_8))
                    .contains("first page", "last page");
        }
        assertThat(bed.all(Topics.PAGES))
                .filteredOn(record -> reply.getInputId().equals(record.header("input")))
                .extracting(record -> record.as(Page.class).getText())
                .containsExactly("first page", "", "last page");
        List<String> ledger =
                bed.all(Topics.LEDGER).stream()
                        .filter(record -> reply.getInputId().equals(record.header("input")))
                        .filter(record -> !record.key().endsWith("/plan"))
                        .map(record -> record.as(LedgerEntry.class).getState())
                        .toList();
        assertThat(ledger).contains("RECOGNISED", "BLANK", "FAILED", "PARTIAL").hasSize(5);
    }
}
