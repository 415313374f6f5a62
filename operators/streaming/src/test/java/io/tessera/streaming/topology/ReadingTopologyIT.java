/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tessera.connectors.kafka.Topics;
import io.tessera.connectors.store.ObjectStore;
import io.tessera.contract.codec.Digests;
import io.tessera.contract.codec.Leaf;
import io.tessera.contract.identity.Identity;
import io.tessera.streaming.service.ReadingSettings;
import io.tessera.streaming.testing.Bed;
import io.tessera.streaming.testing.Received;
import io.tessera.streaming.testing.RunningJob;
import io.tessera.v1.Caption;
import io.tessera.v1.DeadLetter;
import io.tessera.v1.Document;
import io.tessera.v1.InputState;
import io.tessera.v1.Kind;
import io.tessera.v1.LedgerEntry;
import io.tessera.v1.MediaReference;
import io.tessera.v1.Mode;
import io.tessera.v1.Overlay;
import io.tessera.v1.Page;
import io.tessera.v1.Plan;
import io.tessera.v1.Reply;
import io.tessera.v1.Request;
import io.tessera.v1.Video;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way through a job: real broker, real store, real Flink, and a double for workers. */
class ReadingTopologyIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String[] OUTPUTS = {
        Topics.DOCUMENT_PAGES,
        Topics.VIDEO_CAPTIONS,
        Topics.INPUTS,
        Topics.DEAD_LETTERS,
        Topics.LEDGER
    };

    @TempDir static Path folder;
    static Bed bed;
    static RunningJob documents;

    @BeforeAll
    static void start() throws Exception {
        bed = new Bed(folder);
        documents = job(settings(Kind.DOCUMENT, "first"));
    }

    @AfterAll
    static void stop() {
        documents.close();
        bed.close();
    }

    private static ReadingSettings settings(Kind kind, String store) {
        return ReadingSettings.defaults(kind, bed.services(store, 2), 2);
    }

    private static RunningJob job(ReadingSettings settings) throws Exception {
        return RunningJob.start(
                settings,
                bed.bootstrapServers(),
                bed.ends(ReadingTopology.requests(settings.kind())));
    }

    private static Reply ask(Kind kind, Request request) throws Exception {
        bed.send(kind, request);
        return bed.replies(PATIENCE, request.getRequestId()).get(request.getRequestId());
    }

    private static Reply ask(String id, Path input, Mode mode) throws Exception {
        return ask(Kind.DOCUMENT, Bed.request(id, input, mode));
    }

    private static List<Received> about(Reply reply, String... topics) throws Exception {
        return bed.all(topics).stream()
                .filter(record -> reply.getInputId().equals(record.header("input")))
                .toList();
    }

    private static String prefix(Reply reply) {
        return "default/%s/%s/".formatted(reply.getPipelineId(), reply.getInputId());
    }

    /** Digest of every object of an input by key. */
    private static Map<String, String> objects(String store, Reply reply) {
        try (ObjectStore open = bed.location(store).open();
                var list = open.list(prefix(reply))) {
            return list.collect(
                    Collectors.toMap(
                            ObjectStore.ObjectInfo::key,
                            info -> open.head(info.key()).orElseThrow().sha256().orElseThrow()));
        }
    }

    private static byte[] object(String store, String key) {
        try (ObjectStore open = bed.location(store).open()) {
            return open.get(key, 1 << 20).orElseThrow();
        }
    }

    @Test
    void takesARequestToItsLeavesItsRecordsAndItsReply() throws Exception {
        Path input = bed.input("first page", "!BLANK", "!FAILED CRASH", "last page");
        Reply reply = ask("walk", input, Mode.NORMAL);

        assertThat(reply.getState()).isEqualTo(InputState.PARTIAL);
        assertThat(reply.getResumed()).isFalse();
        String prefix = prefix(reply);
        assertThat(objects("first", reply).keySet())
                .containsExactlyInAnyOrder(
                        prefix + "page/000001.avro",
                        prefix + "page/000001.preview.txt",
                        prefix + "page/000002.avro",
                        prefix + "page/000002.preview.txt",
                        prefix + "page/000003.avro",
                        prefix + "page/000004.avro",
                        prefix + "page/000004.preview.txt",
                        prefix + "whole.avro",
                        prefix + "whole.document.md");
        Document whole = Leaf.decode(object("first", prefix + "whole.avro"), Document.class);
        assertThat(whole.getMissing()).containsExactly("page/000003: CRASH");
        assertThat(whole.getMedia().getLength()).isEqualTo(Files.size(input));
        assertThat(whole.getMedia().getUri()).isEmpty();
        assertThat(new String(object("first", prefix + "whole.document.md"), UTF_8))
                .containsSubsequence("first page", "last page");
        assertThat(about(reply, Topics.DOCUMENT_PAGES))
                .extracting(record -> record.as(Page.class).getText())
                .containsExactly("first page", "", "last page");
        assertThat(about(reply, Topics.DEAD_LETTERS))
                .singleElement()
                .satisfies(
                        record -> {
                            DeadLetter letter = record.as(DeadLetter.class);
                            assertThat(letter.getCode()).isEqualTo("CRASH");
                            assertThat(letter.getAttempts()).isEqualTo(2);
                            assertThat(letter.getItem()).isEqualTo(prefix + "page/000003");
                        });
        List<Received> ledger = about(reply, Topics.LEDGER);
        assertThat(ledger)
                .filteredOn(record -> record.key().endsWith("/plan"))
                .singleElement()
                .satisfies(plan -> assertThat(plan.as(Plan.class).getUnits()).hasSize(4));
        assertThat(ledger)
                .filteredOn(record -> !record.key().endsWith("/plan"))
                .hasSize(5)
                .allSatisfy(
                        record -> {
                            LedgerEntry entry = record.as(LedgerEntry.class);
                            byte[] leaf = object("first", entry.getLeaf());
                            assertThat(entry.getLength()).isEqualTo(leaf.length);
                            assertThat(entry.getSha256()).isEqualTo(Digests.sha256(leaf));
                            assertThat(entry.getRun().getRequestId()).isEqualTo("walk");
                        });
    }

    @Test
    void answersASecondRequestWithNothingButAReply() throws Exception {
        Path input = bed.input("read once", "and never again");
        ask("once", input, Mode.NORMAL);
        Map<String, Long> before = counts();
        Reply again = ask("twice", input, Mode.NORMAL);
        assertThat(again.getResumed()).isTrue();
        assertThat(again.getState()).isEqualTo(InputState.OK);
        assertThat(counts()).isEqualTo(before);
    }

    private static Map<String, Long> counts() throws Exception {
        Map<String, Long> counts = new TreeMap<>();
        for (String topic : OUTPUTS) {
            counts.put(topic, bed.ends(topic).values().stream().mapToLong(Long::longValue).sum());
        }
        return counts;
    }

    @Test
    void writesTheSameKeysAndBytesWhenForcedAndPublishesAHigherRevision() throws Exception {
        Path input = bed.input("forced", "!BLANK");
        Reply first = ask("plain", input, Mode.NORMAL);
        Map<String, String> before = objects("first", first);
        Reply forced = ask("forced", input, Mode.FORCE);
        assertThat(forced.getResumed()).isFalse();
        assertThat(forced.getInputId()).isEqualTo(first.getInputId());
        assertThat(forced.getRevision()).isGreaterThan(first.getRevision());
        assertThat(objects("first", first)).isEqualTo(before);

        Map<String, List<Long>> revisions =
                about(first, Topics.DOCUMENT_PAGES, Topics.INPUTS).stream()
                        .collect(
                                Collectors.groupingBy(
                                        Received::item,
                                        Collectors.mapping(
                                                Received::revision, Collectors.toList())));
        assertThat(revisions).hasSize(3);
        assertThat(revisions.values())
                .allSatisfy(
                        item ->
                                assertThat(item)
                                        .containsExactlyInAnyOrder(0L, forced.getRevision()));
    }

    @Test
    void readsAgainOnlyWhatWasLostWhenRetried() throws Exception {
        Path needed = folder.resolve("needed");
        Path input = bed.input("sound", "!NEEDS " + needed, "!FAILED PAGE_UNREADABLE");
        Reply lost = ask("lost", input, Mode.NORMAL);
        assertThat(lost.getState()).isEqualTo(InputState.PARTIAL);
        Files.createFile(needed);
        Reply retried = ask("retried", input, Mode.RETRY);
        assertThat(retried.getState()).isEqualTo(InputState.PARTIAL);

        Map<String, LedgerEntry> current =
                about(lost, Topics.LEDGER).stream()
                        .filter(record -> !record.key().endsWith("/plan"))
                        .map(record -> record.as(LedgerEntry.class))
                        .collect(
                                Collectors.toMap(
                                        LedgerEntry::getItem,
                                        entry -> entry,
                                        ReadingTopologyIT::higher));
        String prefix = prefix(lost);
        assertThat(current.get(prefix + "page/000001").getRun().getAttempts()).isZero();
        assertThat(current.get(prefix + "page/000002").getState()).isEqualTo("RECOGNISED");
        assertThat(current.get(prefix + "page/000002").getRun().getAttempts()).isEqualTo(1);
        assertThat(current.get(prefix + "page/000003").getRun().getAttempts()).isZero();
        assertThat(current.values())
                .allSatisfy(
                        entry -> assertThat(entry.getRevision()).isEqualTo(retried.getRevision()));
    }

    private static LedgerEntry higher(LedgerEntry a, LedgerEntry b) {
        return a.getRevision() >= b.getRevision() ? a : b;
    }

    @Test
    void keepsTwoRequestsForOneInputApart() throws Exception {
        String[] lines = IntStream.range(0, 12).mapToObj(i -> "!WAIT 2" + i).toArray(String[]::new);
        Path input = bed.input(lines);
        bed.send(Kind.DOCUMENT, Bed.request("twin-a", input, Mode.FORCE));
        bed.send(Kind.DOCUMENT, Bed.request("twin-b", input, Mode.FORCE));
        Map<String, Reply> replies = bed.replies(PATIENCE, "twin-a", "twin-b");
        Reply a = replies.get("twin-a");
        assertThat(replies.get("twin-b").getState()).isEqualTo(a.getState());
        // Each of the two, under its own revision, has all units and then the whole.
        assertThat(about(a, Topics.LEDGER))
                .filteredOn(record -> !record.key().endsWith("/plan"))
                .extracting(record -> record.revision() + " " + record.item())
                .doesNotHaveDuplicates()
                .hasSize(a.getRevision() == replies.get("twin-b").getRevision() ? 13 : 2 * 13);
    }

    @Test
    void repliesToABurstAsInputsComplete() throws Exception {
        // Classes are loaded by the first input, which would be timed with the burst.
        ask("before-burst", bed.input("warm", "!WAIT 1"), Mode.NORMAL);
        int requests = 100;
        String[] ids =
                IntStream.range(0, requests).mapToObj(i -> "burst-" + i).toArray(String[]::new);
        List<Path> inputs = new ArrayList<>();
        for (String id : ids) {
            inputs.add(bed.input(id + " first", "!WAIT 200"));
        }
        long start = System.nanoTime();
        for (int i = 0; i < requests; i++) {
            bed.send(Kind.DOCUMENT, Bed.request(ids[i], inputs.get(i), Mode.NORMAL));
        }
        bed.replies(PATIENCE, ids);
        List<Long> arrivals = bed.arrivals(ids);
        double half = arrivals.get(requests / 2 - 1) - start;
        double all = arrivals.get(requests - 1) - start;
        assertThat(half / all).isLessThan(2.0 / 3);
        assertThat(documents.cluster().longestCheckpoint(documents.job()))
                .isPositive()
                .isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void readsTheSameBytesUnderTwoNamesOnce() throws Exception {
        Path one = bed.input("the same bytes", "!WAIT 300");
        Path two = Files.copy(one, folder.resolve("another-name.txt"));
        bed.send(Kind.DOCUMENT, Bed.request("name-1", one, Mode.NORMAL));
        bed.send(Kind.DOCUMENT, Bed.request("name-2", two, Mode.NORMAL));
        Map<String, Reply> replies = bed.replies(PATIENCE, "name-1", "name-2");
        Reply first = replies.get("name-1");
        assertThat(replies.get("name-2").getInputId()).isEqualTo(first.getInputId());
        assertThat(replies.values())
                .extracting(Reply::getResumed)
                .containsExactlyInAnyOrder(false, true);
        assertThat(about(first, Topics.LEDGER)).hasSize(4);
    }

    @Test
    void publishesALongInputAsItGoesAndReadsAnotherMeanwhile() throws Exception {
        String[] film = IntStream.range(0, 150).mapToObj(i -> "!WAIT 80").toArray(String[]::new);
        Path input = bed.input(film);
        String inputId =
                Identity.contentInputId("default", Digests.sha256(Files.readAllBytes(input)));
        bed.send(Kind.DOCUMENT, Bed.request("film", input, Mode.NORMAL));
        // Four of them, so that one at least meets the film in its subtask.
        String[] pages = {"meanwhile-1", "meanwhile-2", "meanwhile-3", "meanwhile-4"};
        for (String page : pages) {
            bed.send(Kind.DOCUMENT, Bed.request(page, bed.input(page), Mode.NORMAL));
        }
        bed.replies(PATIENCE, pages);
        bed.until(
                PATIENCE,
                () ->
                        bed.all(Topics.DOCUMENT_PAGES).stream()
                                .anyMatch(record -> inputId.equals(record.header("input"))));
        assertThat(bed.all(Topics.REPLIES))
                .noneMatch(record -> record.as(Reply.class).getRequestId().equals("film"));
        Reply reply = bed.replies(PATIENCE, "film").get("film");
        assertThat(reply.getState()).isEqualTo(InputState.OK);
        assertThat(about(reply, Topics.DOCUMENT_PAGES))
                .extracting(record -> record.as(Page.class).getPage())
                .isSorted()
                .hasSize(150);
    }

    @Test
    void endsWhatIsNoRequestAsADeadLetterAndGoesOn() throws Exception {
        bed.send(Kind.DOCUMENT, "garbage", new byte[] {1, 2, 3});
        bed.send(Kind.DOCUMENT, "nothing", null);
        Request bad =
                Request.newBuilder(Bed.request("bad", bed.input("x"), Mode.NORMAL))
                        .setTenant("../other")
                        .build();
        assertThat(ask(Kind.DOCUMENT, bad).getState()).isEqualTo(InputState.UNKNOWN);
        ask("after-bad", bed.input("still reading"), Mode.NORMAL);
        assertThat(bed.all(Topics.DEAD_LETTERS))
                .filteredOn(
                        record -> record.item().startsWith("record/" + Topics.DOCUMENT_REQUESTS))
                .extracting(record -> record.as(DeadLetter.class).getCode())
                .containsExactlyInAnyOrder("UNDECODABLE", "UNDECODABLE", "INVALID_REQUEST");
        assertThat(bed.all(Topics.LEDGER))
                .filteredOn(record -> record.key().startsWith("record/"))
                .hasSize(3);
    }

    @Test
    void endsInputsWhoseBytesWereNotHadInAStateOfTheirOwn() throws Exception {
        Path gone = folder.resolve("gone.txt");
        Path empty = Files.createFile(folder.resolve("empty.txt"));
        Request claimed = Bed.request("claimed", bed.input("other bytes"), Mode.NORMAL);
        claimed.setMedia(new MediaReference(claimed.getMedia().getUri(), 3L, null, null));
        Reply missing = ask("missing", gone, Mode.NORMAL);
        assertThat(missing.getState()).isEqualTo(InputState.MISSING);
        assertThat(ask("empty", empty, Mode.NORMAL).getState()).isEqualTo(InputState.EMPTY);
        assertThat(ask(Kind.DOCUMENT, claimed).getState()).isEqualTo(InputState.CLAIM_MISMATCH);

        // Looked for again, and not there as before: nothing but a reply.
        Map<String, Long> before = counts();
        assertThat(ask("missing-still", gone, Mode.NORMAL).getResumed()).isTrue();
        assertThat(counts()).isEqualTo(before);
        // Once it is there, it is another input.
        Files.writeString(gone, "here now");
        Reply found = ask("found", gone, Mode.NORMAL);
        assertThat(found.getState()).isEqualTo(InputState.OK);
        assertThat(found.getInputId()).isNotEqualTo(missing.getInputId());
    }

    @Test
    void readsASelectionOfPagesIntoLeavesThatTheWholeShares() throws Exception {
        Path input = bed.input("one", "two", "three");
        Request some = Bed.request("some", input, Mode.NORMAL);
        some.setOverlay(Overlay.newBuilder().setPages("2-3").build());
        Reply selected = ask(Kind.DOCUMENT, some);
        Reply whole = ask("all", input, Mode.NORMAL);
        assertThat(selected.getInputId()).isEqualTo(whole.getInputId());
        assertThat(selected.getPipelineId()).isEqualTo(whole.getPipelineId());
        assertThat(whole.getResumed()).isFalse();
        Map<String, Integer> attempts =
                about(whole, Topics.LEDGER).stream()
                        .filter(record -> !record.key().endsWith("/plan"))
                        .map(record -> record.as(LedgerEntry.class))
                        .filter(entry -> entry.getRun().getRequestId().equals("all"))
                        .filter(entry -> entry.getItem().contains("/page/"))
                        .collect(
                                Collectors.toMap(
                                        entry -> entry.getItem().substring(prefix(whole).length()),
                                        entry -> entry.getRun().getAttempts()));
        assertThat(attempts)
                .isEqualTo(Map.of("page/000001", 1, "page/000002", 0, "page/000003", 0));
    }

    @Test
    void givesTheSameKeysAndBytesInAnotherStoreAndOpensALockedInputWithAPassword()
            throws Exception {
        Path input = bed.input("same", "!BLANK", "!FAILED CRASH");
        Path locked = bed.input("!STATE ENCRYPTED PASSWORD_NEEDED", "behind the lock");
        Reply first = ask("store-1", input, Mode.NORMAL);
        Reply shut = ask("locked", locked, Mode.NORMAL);
        assertThat(shut.getState()).isEqualTo(InputState.ENCRYPTED);
        Path password = Files.writeString(folder.resolve("password"), "open sesame\n");
        try (RunningJob other = job(settings(Kind.DOCUMENT, "second"))) {
            assertThat(other.cluster().ready(other.job())).isTrue();
            // Both jobs take the request; the store that is looked at is the other's.
            ask("store-2", input, Mode.NORMAL);
            String mark = prefix(first) + "whole.avro";
            bed.until(PATIENCE, () -> objects("second", first).containsKey(mark));
        }
        assertThat(objects("second", first)).isEqualTo(objects("first", first));
        try (RunningJob other =
                job(settings(Kind.DOCUMENT, "first").withPasswordFile(password.toString()))) {
            assertThat(other.cluster().ready(other.job())).isTrue();
            bed.send(Kind.DOCUMENT, Bed.request("unlocked", locked, Mode.NORMAL));
            bed.until(
                    PATIENCE,
                    () ->
                            bed.all(Topics.REPLIES).stream()
                                    .map(record -> record.as(Reply.class))
                                    .anyMatch(
                                            reply ->
                                                    reply.getRequestId().equals("unlocked")
                                                            && reply.getState() == InputState.OK
                                                            && reply.getRevision() > 0));
        }
    }

    @Test
    void saysNothingToAnybodyWhileItsCommitterIsDisabled() throws Exception {
        Path input = bed.input("silent line one", "silent line two");
        documents.close();
        try (RunningJob silent = job(settings(Kind.DOCUMENT, "silent").withoutPublishing())) {
            Map<String, Long> before = counts();
            bed.send(Kind.DOCUMENT, Bed.request("silent", input, Mode.NORMAL));
            bed.until(
                    PATIENCE,
                    () -> {
                        try (ObjectStore store = bed.location("silent").open();
                                var list = store.list("")) {
                            return list.anyMatch(leaf -> leaf.key().contains("whole.document"));
                        }
                    });
            silent.cluster().checkpoint(silent.job());
            silent.cluster().checkpoint(silent.job());
            assertThat(counts()).isEqualTo(before);
        } finally {
            documents = job(settings(Kind.DOCUMENT, "first"));
        }
        try (ObjectStore store = bed.location("silent").open();
                var list = store.list("")) {
            assertThat(list.map(ObjectStore.ObjectInfo::key))
                    .noneMatch(key -> key.endsWith("whole.avro"));
        }
    }

    @Test
    void captionsAVideoInEventTimeUnderItsStream() throws Exception {
        Path input = bed.input("a", "b", "!MISSING half");
        Instant recorded = Instant.parse("2026-03-01T10:00:00Z");
        Request request = Bed.request("video", input, Mode.NORMAL);
        request.setStream("gate-3");
        request.setRecordedAt(recorded);
        try (RunningJob videos = job(settings(Kind.VIDEO, "first"))) {
            assertThat(videos.cluster().ready(videos.job())).isTrue();
            Reply reply = ask(Kind.VIDEO, request);
            assertThat(reply.getState()).isEqualTo(InputState.PARTIAL);
            List<Received> captions = about(reply, Topics.VIDEO_CAPTIONS);
            assertThat(captions).extracting(Received::key).containsOnly("gate-3");
            assertThat(captions)
                    .extracting(Received::timestamp)
                    .containsExactly(
                            recorded.toEpochMilli() + 10_000,
                            recorded.toEpochMilli() + 20_000,
                            recorded.toEpochMilli() + 30_000);
            assertThat(captions.get(0).as(Caption.class).getCaption()).isNotBlank();
            String prefix = prefix(reply);
            Video whole = Leaf.decode(object("first", prefix + "whole.avro"), Video.class);
            assertThat(whole.getHealth().getFramesDecoded()).isEqualTo(750);
            assertThat(new String(object("first", prefix + "whole.captions.vtt"), UTF_8))
                    .startsWith("WEBVTT")
                    .contains("00:00:10.000 --> 00:00:20.000");
        }
    }
}
