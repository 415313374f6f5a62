/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.sink;

import static java.util.Objects.requireNonNull;

import io.tessera.connectors.kafka.Topics;
import io.tessera.connectors.store.ObjectStore;
import io.tessera.contract.codec.Digests;
import io.tessera.contract.codec.Leaf;
import io.tessera.contract.codec.RecordCodec;
import io.tessera.contract.codec.UndecodableRecord;
import io.tessera.contract.identity.Identity;
import io.tessera.streaming.leaf.UnitLeaf;
import io.tessera.v1.DeadLetter;
import io.tessera.v1.Document;
import io.tessera.v1.Kind;
import io.tessera.v1.Video;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Makes the records of a publication: what goes to a content topic or to the dead letters, and the
 * ledger entry, in that order. Records of units are made from the leaf that the store really holds.
 * Thread-safe.
 */
final class RecordMaker {
    private static final long BUDGET_KIB = 64 << 10;

    private final Kind kind;
    private final ObjectStore store;
    private final String version;
    // Bounds the leaves that are in memory at once, however large each is.
    private final Semaphore kib = new Semaphore((int) BUDGET_KIB, true);

    RecordMaker(Kind kind, ObjectStore store, String version) {
        this.kind = kind;
        this.store = store;
        this.version = version;
    }

    /** The records of anything, in the order in which they are to be sent. */
    List<Outgoing> records(Publication publication) throws InterruptedException {
        return switch (publication.kind()) {
            case DEAD_RECORD -> deadRecord(publication);
            case PLAN -> List.of(plan(publication));
            case UNIT -> unit(publication);
            case WHOLE -> whole(publication);
            case REPLY -> List.of(reply(publication));
        };
    }

    private List<Outgoing> deadRecord(Publication publication) {
        DeadLetter letter = decode(RecordCodec.of(DeadLetter.class), publication);
        Ending ending = Ending.deadRecord(letter.getCode(), letter.getReason());
        return ended(publication, ending, publication.recordedAtMicros());
    }

    private static Outgoing plan(Publication publication) {
        return Outgoing.of(
                publication,
                Topics.LEDGER,
                publication.item(),
                publication.body(),
                publication.recordedAtMicros());
    }

    private static Outgoing reply(Publication publication) {
        // A reply is an event of now; with the time of an old recording Kafka's retention would
        // take it before anybody had read it.
        return Outgoing.of(
                publication,
                Topics.REPLIES,
                publication.requestId(),
                publication.body(),
                System.currentTimeMillis() * 1000);
    }

    private List<Outgoing> unit(Publication publication) throws InterruptedException {
        String key = Identity.leafKey(publication.item());
        Optional<ObjectStore.ObjectInfo> info = store.head(key);
        if (info.isEmpty() || info.get().length() > UnitLeaf.LONGEST) {
            return ended(publication, Ending.lost(key), publication.recordedAtMicros());
        }
        int share = (int) Math.min(BUDGET_KIB, 1 + (info.get().length() >> 10));
        kib.acquire(share);
        try {
            return unit(publication, key);
        } finally {
            kib.release(share);
        }
    }

    private List<Outgoing> unit(Publication publication, String key) {
        Optional<byte[]> bytes = store.get(key, UnitLeaf.LONGEST);
        // A leaf that another attempt wrote since is as valid if it is of this item, and is
        // published with its own digest; bytes that are no record of it are no leaf.
        Optional<UnitLeaf> unit =
                bytes.flatMap(leaf -> UnitLeaf.decode(kind, publication.item(), leaf));
        if (unit.isEmpty()) {
            return ended(publication, Ending.lost(key), publication.recordedAtMicros());
        }
        byte[] leaf = bytes.get();
        Ending ending = Ending.of(unit.get(), key, leaf.length, Digests.sha256(leaf));
        long micros = publication.recordedAtMicros();
        if (kind == Kind.VIDEO) {
            micros += unit.get().requireCaption().getEndMicros();
        }
        if (!ending.result()) {
            return ended(publication, ending, micros);
        }
        String stream = publication.stream();
        boolean byStream = kind == Kind.VIDEO && stream != null;
        Outgoing content =
                Outgoing.of(
                        publication,
                        kind == Kind.VIDEO ? Topics.VIDEO_CAPTIONS : Topics.DOCUMENT_PAGES,
                        byStream ? requireNonNull(stream) : publication.inputId(),
                        new ContentRecords().unit(unit.get(), key),
                        micros);
        return List.of(content, new LedgerRecords(version).entry(publication, ending, micros));
    }

    private List<Outgoing> whole(Publication publication) {
        String key = Identity.leafKey(publication.item());
        byte[] leaf = publication.body();
        String sha256 = Digests.sha256(leaf);
        ContentRecords content = new ContentRecords();
        Ending ending;
        byte[] value;
        long micros = publication.recordedAtMicros();
        try {
            if (kind == Kind.VIDEO) {
                Video video = Leaf.decode(leaf, Video.class);
                boolean opened = !video.getUnits().isEmpty();
                ending =
                        Ending.of(
                                video.getState(),
                                video.getCode(),
                                video.getReason(),
                                opened,
                                key,
                                leaf.length,
                                sha256);
                value = content.video(video, key);
                micros += video.getProbe() == null ? 0 : video.getProbe().getDurationMicros();
            } else {
                Document document = Leaf.decode(leaf, Document.class);
                boolean opened = !document.getUnits().isEmpty();
                ending =
                        Ending.of(
                                document.getState(),
                                document.getCode(),
                                document.getReason(),
                                opened,
                                key,
                                leaf.length,
                                sha256);
                value = content.document(document, key);
            }
        } catch (UndecodableRecord e) {
            throw new IllegalStateException("committable of an unknown version", e);
        }
        if (!ending.result()) {
            return ended(publication, ending, micros);
        }
        Outgoing record =
                Outgoing.of(publication, Topics.INPUTS, publication.inputId(), value, micros);
        return List.of(record, new LedgerRecords(version).entry(publication, ending, micros));
    }

    private List<Outgoing> ended(Publication publication, Ending ending, long micros) {
        LedgerRecords ledger = new LedgerRecords(version);
        return List.of(
                ledger.deadLetter(publication, ending, micros),
                ledger.entry(publication, ending, micros));
    }

    private static <T extends org.apache.avro.specific.SpecificRecordBase> T decode(
            RecordCodec<T> codec, Publication publication) {
        try {
            return codec.decode(publication.body());
        } catch (UndecodableRecord e) {
            throw new IllegalStateException("committable of an unknown version", e);
        }
    }
}
