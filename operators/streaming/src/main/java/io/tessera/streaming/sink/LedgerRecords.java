/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.sink;

import io.tessera.connectors.kafka.Topics;
import io.tessera.contract.codec.RecordCodec;
import io.tessera.streaming.flow.WorkNote;
import io.tessera.v1.DeadLetter;
import io.tessera.v1.Disposition;
import io.tessera.v1.LedgerEntry;
import io.tessera.v1.MediaReference;
import io.tessera.v1.Run;
import io.tessera.v1.StageTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes ledger entries and dead letters. Not thread-safe. */
final class LedgerRecords {
    private static final int LONGEST_REASON = 4_000;

    private final RecordCodec<LedgerEntry> entries = RecordCodec.of(LedgerEntry.class);
    private final RecordCodec<DeadLetter> deadLetters = RecordCodec.of(DeadLetter.class);
    private final String version;

    LedgerRecords(String version) {
        this.version = version;
    }

    /** The terminal state of an item. */
    Outgoing entry(Publication publication, Ending ending, long micros) {
        LedgerEntry entry =
                LedgerEntry.newBuilder()
                        .setItem(publication.item())
                        .setRevision(publication.revision())
                        .setDisposition(
                                ending.result() ? Disposition.RESULT : Disposition.DEAD_LETTER)
                        .setState(ending.state())
                        .setCode(ending.code())
                        .setLeaf(ending.leaf())
                        .setLength(ending.leaf() == null ? null : ending.length())
                        .setSha256(ending.sha256())
                        .setRun(run(publication))
                        .build();
        return Outgoing.of(
                publication, Topics.LEDGER, publication.item(), entries.encode(entry), micros);
    }

    /** What became of an item without a result. */
    Outgoing deadLetter(Publication publication, Ending ending, long micros) {
        String reason = ending.reason() == null ? ending.state() : ending.reason();
        DeadLetter letter =
                DeadLetter.newBuilder()
                        .setItem(publication.item())
                        .setRevision(publication.revision())
                        .setStage(ending.stage())
                        .setState(ending.state())
                        .setCode(ending.code() == null ? ending.state() : ending.code())
                        .setReason(shortened(reason))
                        .setMedia(media(publication))
                        .setTopic(publication.topic())
                        .setPartition(publication.partition())
                        .setOffset(publication.offset())
                        .setLeaf(ending.leaf())
                        .setAttempts(publication.work().attempts())
                        .build();
        return Outgoing.of(
                publication,
                Topics.DEAD_LETTERS,
                publication.item(),
                deadLetters.encode(letter),
                micros);
    }

    private static @Nullable MediaReference media(Publication publication) {
        if (publication.uri().isEmpty()) {
            return null;
        }
        Long length = publication.inputLength() < 0 ? null : publication.inputLength();
        return new MediaReference(publication.uri(), length, publication.inputSha256(), null);
    }

    private Run run(Publication publication) {
        WorkNote work = publication.work();
        List<StageTime> stages = new ArrayList<>();
        add(stages, "fetch", work.fetchSeconds());
        add(stages, "queue", work.queueSeconds());
        add(stages, "decode", work.decodeSeconds());
        add(stages, "engine", work.engineSeconds());
        add(stages, "store", work.storeSeconds());
        String requestId = publication.requestId();
        return Run.newBuilder()
                .setRequestId(requestId.isEmpty() ? null : requestId)
                .setTopic(publication.topic())
                .setPartition(publication.partition())
                .setOffset(publication.offset())
                .setAttempts(work.attempts())
                .setWorker(work.worker())
                .setStartedAt(Instant.EPOCH.plus(work.startedAtMicros(), ChronoUnit.MICROS))
                .setStages(stages)
                .setTokensPerSecond(
                        work.tokensOut() == 0 || work.engineSeconds() == 0
                                ? null
                                : work.tokensOut() / work.engineSeconds())
                .setVersion(version)
                .build();
    }

    private static void add(List<StageTime> stages, String stage, double seconds) {
        if (seconds > 0) {
            stages.add(new StageTime(stage, Math.round(seconds * 1000) / 1000.0));
        }
    }

    private static String shortened(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }
}
