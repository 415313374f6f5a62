/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tessera.connectors.store.ObjectStore;
import io.tessera.connectors.store.directory.DirectoryLocation;
import io.tessera.contract.codec.AvroTrust;
import io.tessera.contract.codec.Leaf;
import io.tessera.contract.identity.Identity;
import io.tessera.v1.Disposition;
import io.tessera.v1.Document;
import io.tessera.v1.InputState;
import io.tessera.v1.Kind;
import io.tessera.v1.LedgerEntry;
import io.tessera.v1.MediaReference;
import io.tessera.v1.Page;
import io.tessera.v1.Plan;
import io.tessera.v1.Reply;
import io.tessera.v1.Run;
import io.tessera.v1.UnitCount;
import io.tessera.v1.UnitState;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is printed, from ledger entries and replies in any order. */
class RunTailTest {
    static {
        AvroTrust.established();
    }

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final String PIPELINE = "0123456789abcdef";
    private static final String INPUT = "0123456789abcdef0123456789abcdef";
    private static final String PREFIX = "default/" + PIPELINE + "/" + INPUT + "/";

    @TempDir Path folder;

    private final List<ObjectNode> lines = new ArrayList<>();
    private final List<FollowedInput> all = new ArrayList<>();
    private RunTail tail = new RunTail(lines::add, Clock.fixed(NOW, ZoneOffset.UTC), (i, r) -> {});
    private ObjectStore store = new DirectoryLocation("/nowhere").open();

    @BeforeEach
    void open() {
        store = new DirectoryLocation(folder.resolve("store").toAbsolutePath().toString()).open();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void printsPagesInOrderAndEachAsSoonAsAllBeforeItAreCommitted() {
        follow("r1");
        put(page(1));
        put(page(2));
        put(page(3));
        accept(plan("r1", 0, 3));
        accept(entry("page/000002", 0, 1));
        tail.advance();
        assertThat(lines).isEmpty();

        accept(entry("page/000001", 0, 1));
        tail.advance();
        assertThat(lines).extracting(line -> line.path("page").asInt()).containsExactly(1, 2);
    }

    @Test
    void endsAnInputWithItsLineOnlyOnceEverythingOfItIsInTheLedger() {
        follow("r1");
        put(page(1));
        put(document(1));
        accept(reply("r1", 0, false));
        accept(plan("r1", 0, 1));
        accept(entry("page/000001", 0, 2));
        tail.advance();
        assertThat(tail.done()).isFalse();

        accept(entry("whole", 0, 1));
        tail.advance();

        assertThat(tail.done()).isTrue();
        assertThat(lines).hasSize(2);
        ObjectNode input = lines.get(1);
        assertThat(input.path("type").asText()).isEqualTo("input");
        assertThat(input.path("attempts").asInt()).isEqualTo(2);
        assertThat(input.path("seconds").asDouble()).isEqualTo(5.0);
        assertThat(input.path("resumed").asBoolean()).isFalse();
        assertThat(tail.balance(all).balanced()).isTrue();
        assertThat(tail.balance(all).items()).isEqualTo(2);
    }

    @Test
    void countsAnItemOnceHoweverOftenItIsPublished() {
        follow("r1");
        put(page(1));
        accept(plan("r1", 0, 1));
        accept(entry("page/000001", 0, 1));
        accept(entry("page/000001", 0, 1));
        accept(plan("r1", 0, 1));
        tail.advance();

        assertThat(lines).hasSize(1);
        assertThat(tail.terminal()).isEqualTo(1);
        assertThat(tail.announced()).isEqualTo(1);
    }

    @Test
    void takesEntriesOfAnotherRevisionForOthers() {
        follow("r1");
        put(page(1));
        accept(plan("r1", 77, 1));
        accept(entry("page/000001", 0, 1));
        tail.advance();
        assertThat(lines).isEmpty();
    }

    @Test
    void showsWhatWasReadBeforeFromTheStoreAlone() {
        follow("r1");
        put(page(1));
        put(document(1));
        accept(reply("r1", 0, true));
        tail.advance();

        assertThat(lines).hasSize(2).allMatch(line -> line.path("resumed").asBoolean());
        assertThat(lines.get(1).path("attempts").asInt()).isZero();
        assertThat(lines.get(1).path("seconds").asDouble()).isZero();
        assertThat(tail.balance(all).items()).isZero();
    }

    @Test
    void givesEachNameOfTheSameBytesALine() {
        follow("r1");
        follow("r2");
        put(page(1));
        put(document(1));
        accept(plan("r1", 0, 1));
        accept(entry("page/000001", 0, 1));
        accept(entry("whole", 0, 1));
        accept(reply("r1", 0, false));
        accept(reply("r2", 0, true));
        tail.advance();

        assertThat(tail.done()).isTrue();
        assertThat(lines.stream().filter(l -> l.path("type").asText().equals("input")))
                .extracting(l -> l.path("resumed").asBoolean())
                .containsExactly(false, true);
    }

    @Test
    void leavesRepliesToOthersAlone() {
        follow("r1");
        accept(reply("somebody", 0, true));
        tail.advance();
        assertThat(lines).isEmpty();
        assertThat(tail.replies()).isZero();
    }

    private void follow(String requestId) {
        NamedInput input = new NamedInput(requestId + ".pdf", requestId + ".pdf", folder, null);
        FollowedInput followed =
                new FollowedInput(
                        requestId,
                        input,
                        Kind.DOCUMENT,
                        "default",
                        Identity.WHOLE,
                        new StoredLeaves(store),
                        new ArtefactCopies(store, folder.resolve("files")),
                        NOW);
        all.add(followed);
        tail.follow(followed);
    }

    private void accept(SpecificRecordBase value) {
        tail.accept(value);
    }

    private void put(SpecificRecordBase record) {
        String unit = (String) record.get("unit");
        byte[] leaf = Leaf.encode(record);
        store.put(PREFIX + unit + ".avro", ByteBuffer.wrap(leaf), "application/avro");
    }

    private static Plan plan(String requestId, long revision, int pages) {
        return Plan.newBuilder()
                .setTenant("default")
                .setPipelineId(PIPELINE)
                .setInputId(INPUT)
                .setRevision(revision)
                .setKind(Kind.DOCUMENT)
                .setUnits(units(pages))
                .setRequestId(requestId)
                .build();
    }

    private static List<String> units(int pages) {
        List<String> units = new ArrayList<>();
        for (int page = 1; page <= pages; page++) {
            units.add(Identity.pageUnit(page));
        }
        return units;
    }

    private static LedgerEntry entry(String unit, long revision, int attempts) {
        Run run =
                Run.newBuilder()
                        .setAttempts(attempts)
                        .setStartedAt(NOW.minusSeconds(5))
                        .setVersion("test")
                        .build();
        return LedgerEntry.newBuilder()
                .setItem(PREFIX + unit)
                .setRevision(revision)
                .setDisposition(Disposition.RESULT)
                .setState("RECOGNISED")
                .setLeaf(PREFIX + unit + ".avro")
                .setRun(run)
                .build();
    }

    private static Reply reply(String requestId, long revision, boolean resumed) {
        return Reply.newBuilder()
                .setRequestId(requestId)
                .setInputId(INPUT)
                .setPipelineId(PIPELINE)
                .setRevision(revision)
                .setState(InputState.OK)
                .setResumed(resumed)
                .build();
    }

    private static Page page(int number) {
        return Page.newBuilder()
                .setTenant("default")
                .setPipelineId(PIPELINE)
                .setInputId(INPUT)
                .setUnit(Identity.pageUnit(number))
                .setPage(number)
                .setState(UnitState.RECOGNISED)
                .setText("page " + number)
                .build();
    }

    private static Document document(int pages) {
        return Document.newBuilder()
                .setTenant("default")
                .setPipelineId(PIPELINE)
                .setInputId(INPUT)
                .setUnit(Identity.WHOLE)
                .setMedia(new MediaReference("", 10L, "00", null))
                .setState(InputState.OK)
                .setUnits(units(pages))
                .setCounts(List.of(new UnitCount(UnitState.RECOGNISED, pages)))
                .build();
    }
}
