/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tessera.connectors.kafka.PublishFailed;
import io.tessera.connectors.kafka.Topics;
import io.tessera.connectors.store.directory.DirectoryLocation;
import io.tessera.contract.codec.Digests;
import io.tessera.contract.codec.Leaf;
import io.tessera.contract.codec.RecordCodec;
import io.tessera.contract.identity.Identity;
import io.tessera.streaming.flow.UnitEnd;
import io.tessera.streaming.service.InputClaims;
import io.tessera.streaming.testing.CommitRequests;
import io.tessera.streaming.testing.FaultyStore;
import io.tessera.streaming.testing.RecordingPublisher;
import io.tessera.streaming.testing.Samples;
import io.tessera.v1.DeadLetter;
import io.tessera.v1.Document;
import io.tessera.v1.InputState;
import io.tessera.v1.Kind;
import io.tessera.v1.LedgerEntry;
import io.tessera.v1.Page;
import io.tessera.v1.UnitState;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishingCommitterTest {
    @TempDir Path folder;
    private final List<String> events = new ArrayList<>();
    private final RecordingPublisher publisher = new RecordingPublisher(events);
    private final InputClaims claims = new InputClaims(Clock.systemUTC());
    private FaultyStore store;
    private PublishingCommitter committer;

    @BeforeEach
    void open() {
        store = new FaultyStore(new DirectoryLocation(folder.toAbsolutePath().toString()).open());
        committer = committer(Duration.ofSeconds(20));
    }

    private PublishingCommitter committer(Duration patience) {
        return new PublishingCommitter(
                new RecordMaker(Kind.DOCUMENT, store, "test"),
                new CompletionMarks(store, claims),
                publisher,
                patience,
                new CommitCounters(new UnregisteredMetricsGroup()),
                () -> events.add("services closed"));
    }

    @AfterEach
    void close() {
        committer.close();
        store.close();
    }

    private void commit(Publication... publications) throws IOException, InterruptedException {
        committer.commit(CommitRequests.of(List.of(publications)));
    }

    /** Puts the leaf of a page and returns what is to be published about it. */
    private Publication unit(Page page) {
        byte[] leaf = Leaf.encode(page);
        store.put(key(page.getUnit()), ByteBuffer.wrap(leaf), "avro/binary");
        UnitEnd end =
                new UnitEnd(
                        page.getPage() - 1,
                        page.getUnit(),
                        page.getState(),
                        page.getCode(),
                        leaf.length,
                        Digests.sha256(leaf),
                        Samples.work(1));
        return Publication.unit(Samples.input(3), end);
    }

    private static String key(String unit) {
        return Identity.leafKey(Samples.input(3).item(unit));
    }

    private static Publication whole(InputState state) {
        Document document =
                Document.newBuilder()
                        .setTenant("default")
                        .setPipelineId(Samples.input(3).pipelineId())
                        .setInputId(Samples.input(3).inputId())
                        .setUnit("whole")
                        .setMedia(Samples.input(3).media())
                        .setState(state)
                        .setUnits(List.of("page/000001"))
                        .build();
        return Publication.whole(Samples.input(3), Samples.work(1), Leaf.encode(document));
    }

    private <T extends org.apache.avro.specific.SpecificRecordBase> List<T> sent(
            String topic, Class<T> type) throws Exception {
        List<T> records = new ArrayList<>();
        for (RecordingPublisher.Sent record : publisher.sent()) {
            if (record.topic().equals(topic)) {
                records.add(RecordCodec.of(type).decode(record.value()));
            }
        }
        return records;
    }

    @Test
    void publishesUnitsThenInputsThenMarksThemAndRepliesLast() throws Exception {
        String item = Samples.input(3).item("");
        commit(
                Publication.reply(Samples.input(3), new byte[] {1}),
                whole(InputState.OK),
                unit(Samples.page(1, "one")),
                unit(Samples.page(2, "two")));
        assertThat(events)
                .containsExactly(
                        "send %s %spage/000001".formatted(Topics.DOCUMENT_PAGES, item),
                        "send %s %spage/000001".formatted(Topics.LEDGER, item),
                        "send %s %spage/000002".formatted(Topics.DOCUMENT_PAGES, item),
                        "send %s %spage/000002".formatted(Topics.LEDGER, item),
                        "flush",
                        "send %s %swhole".formatted(Topics.INPUTS, item),
                        "send %s %swhole".formatted(Topics.LEDGER, item),
                        "flush",
                        "send %s %swhole".formatted(Topics.REPLIES, item),
                        "flush");
        assertThat(store.head(key("whole"))).isPresent();
    }

    @Test
    void doesNotMarkAnInputWhileItsRecordIsNotAcknowledged() throws Exception {
        committer.close();
        committer = committer(Duration.ofMillis(300));
        publisher.failNextFlushes(Integer.MAX_VALUE);
        assertThatThrownBy(() -> commit(whole(InputState.OK)))
                .isInstanceOf(IOException.class)
                .hasRootCauseInstanceOf(PublishFailed.class);
        assertThat(store.head(key("whole"))).isEmpty();
    }

    @Test
    void sendsAllOfABatchAgainThatWasNotAcknowledged() throws Exception {
        publisher.failNextFlushes(1);
        commit(unit(Samples.page(1, "one")), unit(Samples.page(2, "two")));
        assertThat(sent(Topics.DOCUMENT_PAGES, Page.class))
                .extracting(Page::getPage)
                .containsExactly(1, 2, 1, 2);
    }

    @Test
    void letsAnotherRequestForTheInputGoOnOnceItIsMarked() throws Exception {
        Publication whole = whole(InputState.OK);
        claims.claim(whole.item(), "record/a");
        assertThat(claims.claim(whole.item(), "record/b")).isFalse();
        commit(whole);
        assertThat(claims.claim(whole.item(), "record/b")).isTrue();
    }

    @Test
    void outlastsAStoreThatIsDownForAWhile() throws Exception {
        Publication unit = unit(Samples.page(1, "one"));
        store.failNext(3);
        commit(unit, whole(InputState.OK));
        assertThat(sent(Topics.LEDGER, LedgerEntry.class)).hasSize(2);
        assertThat(store.head(key("whole"))).isPresent();
    }

    @Test
    void getsALargeBatchThroughAStoreThatFailsEveryThirdCall() throws Exception {
        Publication[] units = new Publication[60];
        for (int i = 0; i < units.length; i++) {
            units[i] = unit(Samples.page(i + 1, "page"));
        }
        store.failEvery(3);
        commit(units);
        assertThat(sent(Topics.DOCUMENT_PAGES, Page.class))
                .extracting(Page::getPage)
                .isSorted()
                .doesNotHaveDuplicates()
                .hasSize(60);
    }

    @Test
    void publishesALeafThatWasWrittenAnewWithItsOwnDigest() throws Exception {
        Publication first = unit(Samples.page(1, "as it was read first"));
        Publication second = unit(Samples.page(1, "as another attempt read it"));
        commit(first);
        assertThat(sent(Topics.DOCUMENT_PAGES, Page.class).get(0).getText())
                .isEqualTo("as another attempt read it");
        assertThat(sent(Topics.LEDGER, LedgerEntry.class).get(0).getSha256())
                .isEqualTo(second.leafSha256())
                .isNotEqualTo(first.leafSha256());
    }

    @Test
    void endsAnItemWhoseLeafIsGoneAsLost() throws Exception {
        Publication unit = unit(Samples.page(1, "one"));
        store.delete(key("page/000001"));
        commit(unit);
        assertThat(sent(Topics.DOCUMENT_PAGES, Page.class)).isEmpty();
        LedgerEntry entry = sent(Topics.LEDGER, LedgerEntry.class).get(0);
        assertThat(entry.getState()).isEqualTo("FAILED");
        assertThat(entry.getCode()).isEqualTo("LEAF_LOST");
        assertThat(entry.getLeaf()).isNull();
        DeadLetter letter = sent(Topics.DEAD_LETTERS, DeadLetter.class).get(0);
        assertThat(letter.getStage()).isEqualTo("publish");
        assertThat(letter.getReason()).contains(key("page/000001"));
    }

    @Test
    void takesBytesThatAreNoRecordOfTheItemForALostLeaf() throws Exception {
        Publication unit = unit(Samples.page(1, "one"));
        byte[] stranger = Leaf.encode(Samples.page(2, "another page"));
        store.put(key("page/000001"), ByteBuffer.wrap(stranger), "avro/binary");
        commit(unit);
        assertThat(sent(Topics.LEDGER, LedgerEntry.class).get(0).getCode()).isEqualTo("LEAF_LOST");
    }

    @Test
    void carriesTheLeafsKeyInPlaceOfALongText() throws Exception {
        commit(unit(Samples.page(1, "x".repeat(300 * 1024))));
        Page page = sent(Topics.DOCUMENT_PAGES, Page.class).get(0);
        assertThat(page.getText()).isNull();
        assertThat(page.getLeaf()).isEqualTo(key("page/000001"));
        assertThat(page.getState()).isEqualTo(UnitState.RECOGNISED);
    }

    @Test
    void sendsAnInputWithoutResultToTheDeadLetters() throws Exception {
        commit(whole(InputState.CORRUPT));
        assertThat(sent(Topics.INPUTS, Document.class)).isEmpty();
        assertThat(sent(Topics.DEAD_LETTERS, DeadLetter.class)).hasSize(1);
        assertThat(store.head(key("whole"))).isPresent();
    }

    @Test
    void namesItemRevisionInputAndTraceInHeaders() throws Exception {
        commit(unit(Samples.page(1, "one")));
        assertThat(publisher.sent().get(0).headers())
                .containsEntry("item", Samples.input(3).item("page/000001"))
                .containsEntry("revision", "0")
                .containsEntry("input", Samples.input(3).inputId())
                .containsEntry("traceparent", "00-trace-01")
                .doesNotContainKey("stream");
        assertThat(publisher.sent().get(0).millis()).isEqualTo(1_700_000_000_000L);
    }
}
