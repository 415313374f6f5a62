/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.read;

import io.tessera.contract.codec.Digests;
import io.tessera.contract.codec.RecordCodec;
import io.tessera.contract.codec.UndecodableRecord;
import io.tessera.contract.failure.InputFailure;
import io.tessera.contract.option.TesseraOptions;
import io.tessera.streaming.crash.CrashPoint;
import io.tessera.streaming.flow.InputRef;
import io.tessera.streaming.flow.Step;
import io.tessera.streaming.flow.UnitEnd;
import io.tessera.streaming.flow.UnitRef;
import io.tessera.streaming.flow.WorkNote;
import io.tessera.streaming.leaf.Leaves;
import io.tessera.streaming.leaf.UnitLeaf;
import io.tessera.streaming.pool.WorkerPool;
import io.tessera.streaming.service.Fetching;
import io.tessera.streaming.service.InputSpool;
import io.tessera.streaming.service.ReadingServices;
import io.tessera.streaming.service.ReadingSettings;
import io.tessera.v1.MediaReference;
import io.tessera.v1.Mode;
import io.tessera.v1.UnitSpec;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Takes one unit to its leaf: loads the leaf that is there, or has a worker read the unit, the
 * engine word it, and writes artefacts and then the leaf. Every terminal unit gets a leaf, failed
 * and refused ones too. Thread-safe.
 *
 * <p>There are two holds. A worker is held until its answer lies in the region; the region alone is
 * held until the leaf lies in the store.
 */
final class UnitReader {
    /** Codes under which a second request may find another outcome. */
    private static final Set<String> WORTH_ANOTHER_TRY =
            Set.of("TIMEOUT", "OOM", "CRASH", "MODEL_INVALID");

    private final ReadingSettings settings;
    private final ReadingServices services;
    private final UnitWording wording;
    private final Leaves leaves;
    private final @Nullable String password;

    UnitReader(ReadingSettings settings, ReadingServices services, @Nullable String password) {
        this.settings = settings;
        this.services = services;
        this.wording = new UnitWording(services, settings.engineDeadline());
        this.leaves = new Leaves(services.store(), services.patience());
        this.password = password;
    }

    /** Where a unit came to, and whether its leaf was there already. */
    record Outcome(Step step, boolean loaded) {}

    /** Blocks while bytes and leaf are fetched; the worker's part is asynchronous. */
    CompletionStage<Outcome> read(InputRef input, UnitRef ref) {
        UnitAtHand at =
                new UnitAtHand(
                        input,
                        ref,
                        spec(ref),
                        settings.options().with(input.request().overlay()),
                        System.currentTimeMillis() * 1000);
        Optional<Step> there = load(at);
        if (there.isPresent()) {
            return CompletableFuture.completedFuture(new Outcome(there.get(), true));
        }
        long before = System.nanoTime();
        InputSpool.Held held;
        try {
            held = fetch(at);
        } catch (InputFailure e) {
            // It was there when it was planned: vanished meanwhile, or changed.
            WorkNote work =
                    new WorkNote(
                            0, null, at.startedAtMicros(), secondsSince(before), 0, 0, 0, 0, 0);
            Worded gone = Worded.failed(ref.unit(), e.code().name(), e.getMessage());
            return CompletableFuture.completedFuture(new Outcome(write(at, gone, work), false));
        }
        double fetchSeconds = secondsSince(before);
        return answer(at, held)
                .thenApplyAsync(
                        result -> {
                            try (result) {
                                Worded worded = wording.word(at, result);
                                WorkNote work = work(at, result, worded, fetchSeconds);
                                return new Outcome(write(at, worded, work), false);
                            }
                        },
                        services.io());
    }

    private Optional<Step> load(UnitAtHand at) {
        if (at.input().request().mode() == Mode.FORCE) {
            return Optional.empty();
        }
        Optional<byte[]> leaf = leaves.load(at.item());
        if (leaf.isEmpty()) {
            return Optional.empty();
        }
        byte[] bytes = leaf.get();
        return UnitLeaf.decode(settings.kind(), at.item(), bytes)
                .filter(unit -> !readAgain(at.input(), unit))
                .map(unit -> end(at, unit, bytes, WorkNote.none(at.startedAtMicros())));
    }

    private static boolean readAgain(InputRef input, UnitLeaf unit) {
        String code = unit.code();
        return input.request().mode() == Mode.RETRY
                && code != null
                && WORTH_ANOTHER_TRY.contains(code);
    }

    private InputSpool.Held fetch(UnitAtHand at) throws InputFailure {
        // What planning saw is what is read: the digest is claimed even if the request did not.
        InputRef input = at.input();
        MediaReference media =
                new MediaReference(input.request().uri(), input.length(), input.sha256(), null);
        return new Fetching(services.spool(), services.patience())
                .fetch(media, at.options().get(TesseraOptions.LIMIT_INPUT_BYTES));
    }

    private CompletionStage<WorkerPool.UnitResult> answer(UnitAtHand at, InputSpool.Held held) {
        WorkerPool.SpooledInput spooled =
                new WorkerPool.SpooledInput(
                        at.input().inputId(), settings.kind(), held.file(), at.options(), password);
        try {
            return services.pool()
                    .read(spooled, at.spec())
                    .whenComplete((done, failure) -> held.close());
        } catch (RuntimeException e) {
            held.close();
            throw e;
        }
    }

    private static WorkNote work(
            UnitAtHand at, WorkerPool.UnitResult result, Worded worded, double fetchSeconds) {
        return new WorkNote(
                result.attempts(),
                result.worker(),
                at.startedAtMicros(),
                fetchSeconds,
                result.queued(),
                result.seconds(),
                worded.engineSeconds(),
                0,
                worded.tokensOut());
    }

    private Step write(UnitAtHand at, Worded worded, WorkNote work) {
        UnitLeaf leaf = UnitRecords.of(at, worded, services.engine().abilities());
        byte[] bytes = leaf.encode();
        long before = System.nanoTime();
        leaves.write(at.item(), bytes);
        CrashPoint.LEAF_PUT.reached();
        return end(at, leaf, bytes, work.stored(secondsSince(before)));
    }

    private static Step end(UnitAtHand at, UnitLeaf leaf, byte[] bytes, WorkNote work) {
        return Step.read(
                at.input(),
                new UnitEnd(
                        at.ref().index(),
                        at.ref().unit(),
                        leaf.state(),
                        leaf.code(),
                        bytes.length,
                        Digests.sha256(bytes),
                        work));
    }

    private static UnitSpec spec(UnitRef ref) {
        try {
            return RecordCodec.of(UnitSpec.class).decode(ref.spec());
        } catch (UndecodableRecord e) {
            throw new IllegalStateException("state of an unknown version for " + ref.unit(), e);
        }
    }

    private static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }
}
