/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.read;

import io.tessera.contract.codec.Digests;
import io.tessera.contract.codec.RecordCodec;
import io.tessera.contract.codec.UndecodableRecord;
import io.tessera.contract.failure.InputFailure;
import io.tessera.contract.option.Options;
import io.tessera.contract.option.TesseraOptions;
import io.tessera.reading.engine.EngineAbilities;
import io.tessera.reading.engine.ReadingRequest;
import io.tessera.streaming.crash.CrashPoint;
import io.tessera.streaming.flow.InputRef;
import io.tessera.streaming.flow.Step;
import io.tessera.streaming.flow.UnitEnd;
import io.tessera.streaming.flow.UnitRef;
import io.tessera.streaming.flow.WorkNote;
import io.tessera.streaming.plan.Fetching;
import io.tessera.streaming.pool.WorkerPool;
import io.tessera.streaming.service.InputSpool;
import io.tessera.streaming.service.ReadingServices;
import io.tessera.streaming.service.ReadingSettings;
import io.tessera.v1.Artefact;
import io.tessera.v1.MediaReference;
import io.tessera.v1.Mode;
import io.tessera.v1.RegionImage;
import io.tessera.v1.UnitReading;
import io.tessera.v1.UnitSpec;
import io.tessera.v1.UnitState;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Takes one unit to its leaf: loads the leaf that is there, or has a worker read the unit, the
 * engine word it, and writes artefacts and then the leaf. Every terminal unit gets a leaf, failed
 * and refused ones too. Thread-safe.
 */
final class UnitReader {
    /** Codes under which a second request may find another outcome. */
    private static final Set<String> WORTH_ANOTHER_TRY =
            Set.of("TIMEOUT", "OOM", "CRASH", "MODEL_INVALID");

    private final ReadingSettings settings;
    private final ReadingServices services;
    private final Artefacts artefacts;
    private final Leaves leaves;
    private final EngineCall engine;
    private final @Nullable String password;

    UnitReader(ReadingSettings settings, ReadingServices services, @Nullable String password) {
        this.settings = settings;
        this.services = services;
        this.artefacts = new Artefacts(services.store(), services.patience());
        this.leaves = new Leaves(services.store(), services.patience());
        this.engine =
                new EngineCall(services.engine(), services.patience(), settings.engineDeadline());
        this.password = password;
    }

    /** Where a unit came to, and whether its leaf was there already. */
    record Outcome(Step step, boolean loaded) {}

    /** Blocks while bytes and leaf are fetched; the worker's part is asynchronous. */
    CompletionStage<Outcome> read(InputRef input, UnitRef ref) {
        long startedAt = System.currentTimeMillis() * 1000;
        Optional<Step> there = load(input, ref, startedAt);
        if (there.isPresent()) {
            return CompletableFuture.completedFuture(new Outcome(there.get(), true));
        }
        UnitSpec spec = spec(ref);
        long before = System.nanoTime();
        Options options = settings.options().with(input.request().overlay());
        InputSpool.Held held;
        try {
            held = fetch(input, options);
        } catch (InputFailure e) {
            WorkNote work = new WorkNote(0, null, startedAt, secondsSince(before), 0, 0, 0, 0, 0);
            UnitReading gone = failed(ref.unit(), e.code().name(), e.getMessage());
            return CompletableFuture.completedFuture(
                    new Outcome(write(input, ref, spec, gone, null, List.of(), work), false));
        }
        double fetchSeconds = secondsSince(before);
        WorkerPool.SpooledInput spooled =
                new WorkerPool.SpooledInput(
                        input.inputId(), settings.kind(), held.file(), options, password);
        CompletionStage<WorkerPool.UnitResult> answer;
        try {
            answer = services.pool().read(spooled, spec);
        } catch (RuntimeException e) {
            held.close();
            throw e;
        }
        return answer.whenComplete((done, failure) -> held.close())
                .thenApplyAsync(
                        result -> {
                            try (result) {
                                return new Outcome(
                                        word(input, ref, spec, result, startedAt, fetchSeconds),
                                        false);
                            }
                        },
                        services.io());
    }

    private Optional<Step> load(InputRef input, UnitRef ref, long startedAt) {
        if (input.request().mode() == Mode.FORCE) {
            return Optional.empty();
        }
        String item = input.item(ref.unit());
        Optional<byte[]> leaf = leaves.load(item);
        if (leaf.isEmpty()) {
            return Optional.empty();
        }
        byte[] bytes = leaf.get();
        return UnitLeaf.decode(settings.kind(), item, bytes)
                .filter(unit -> !readAgain(input, unit))
                .map(unit -> end(input, ref, unit, bytes, WorkNote.none(startedAt)));
    }

    private boolean readAgain(InputRef input, UnitLeaf unit) {
        String code = unit.code();
        boolean lost =
                input.request().mode() == Mode.RETRY
                        && code != null
                        && WORTH_ANOTHER_TRY.contains(code);
        // A revision of a NORMAL request stands for a lock that a password now opens.
        boolean unlocked =
                input.request().mode() == Mode.NORMAL
                        && input.revision() > 0
                        && unit.state() == UnitState.FAILED;
        return lost || unlocked;
    }

    private InputSpool.Held fetch(InputRef input, Options options) throws InputFailure {
        // What planning saw is what is read: the digest is claimed even if the request did not.
        MediaReference media =
                new MediaReference(input.request().uri(), input.length(), input.sha256(), null);
        return new Fetching(services.spool(), services.patience())
                .fetch(media, options.get(TesseraOptions.LIMIT_INPUT_BYTES));
    }

    private Step word(
            InputRef input,
            UnitRef ref,
            UnitSpec spec,
            WorkerPool.UnitResult result,
            long startedAt,
            double fetchSeconds) {
        UnitReading unit = result.reading();
        EngineCall.Outcome outcome = null;
        EngineAbilities abilities = services.engine().abilities();
        List<RegionImage> shown = shown(unit, abilities);
        if (unit.getState() == UnitState.RECOGNISED) {
            try {
                outcome = engine.ask(request(input, spec, result, shown));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new java.util.concurrent.CancellationException("closed while reading");
            }
            if (outcome.code() != null) {
                unit =
                        UnitReading.newBuilder(unit)
                                .setState(outcome.state())
                                .setCode(outcome.code().name())
                                .setReason(outcome.reason())
                                .build();
            }
        }
        WorkNote work =
                new WorkNote(
                        result.attempts(),
                        result.worker(),
                        startedAt,
                        fetchSeconds,
                        result.queued(),
                        result.seconds(),
                        outcome == null ? 0 : outcome.seconds(),
                        0,
                        outcome == null || outcome.reading() == null
                                ? 0
                                : outcome.reading().tokensOut());
        return write(input, ref, spec, unit, outcome, objects(input, ref, result), work);
    }

    private ReadingRequest request(
            InputRef input, UnitSpec spec, WorkerPool.UnitResult result, List<RegionImage> shown) {
        UnitReading unit = result.reading();
        Options options = settings.options().with(input.request().overlay());
        boolean page = spec.getPage() != null;
        return new ReadingRequest(
                page ? ReadingRequest.Task.PAGE_TEXT : ReadingRequest.Task.CAPTION,
                unit.getChunk(),
                unit.getPage(),
                page ? 0 : spec.getChunk().getStartMicros(),
                page ? 0 : spec.getChunk().getEndMicros(),
                shown.stream().map(image -> picture(result, image)).toList(),
                null,
                options.find(TesseraOptions.PROMPT).orElse(null),
                new ReadingRequest.Limits(4_096, settings.engineDeadline().toNanos() / 1_000),
                input.request().tenant());
    }

    private static ReadingRequest.Picture picture(WorkerPool.UnitResult result, RegionImage image) {
        ByteBuffer rgb = result.region().bytesOf(image);
        return new ReadingRequest.Picture(
                image.getWidth(), image.getHeight(), rgb, image.getSha256());
    }

    private static List<RegionImage> shown(UnitReading unit, EngineAbilities abilities) {
        return abilities.imagesPerRequest() == 0
                ? List.of()
                : unit.getImages().stream().filter(UnitRecords::isRgb).toList();
    }

    private List<Artefact> objects(InputRef input, UnitRef ref, WorkerPool.UnitResult result) {
        List<Artefact> written = new ArrayList<>();
        List<RegionImage> images = result.reading().getImages();
        for (RegionImage image : images) {
            if (!UnitRecords.isRgb(image)) {
                String pixels =
                        images.stream()
                                .filter(UnitRecords::isRgb)
                                .filter(rgb -> rgb.getName().equals(image.getName()))
                                .map(RegionImage::getSha256)
                                .findFirst()
                                .orElse(null);
                ByteBuffer bytes = result.region().bytesOf(image);
                written.add(artefacts.write(input.item(ref.unit()), image, bytes, pixels));
            }
        }
        return written;
    }

    private Step write(
            InputRef input,
            UnitRef ref,
            UnitSpec spec,
            UnitReading unit,
            EngineCall.@Nullable Outcome outcome,
            List<Artefact> written,
            WorkNote work) {
        EngineAbilities abilities = services.engine().abilities();
        List<String> seen = shown(unit, abilities).stream().map(RegionImage::getSha256).toList();
        UnitLeaf leaf =
                UnitRecords.of(
                        input,
                        spec,
                        unit,
                        outcome == null ? null : outcome.reading(),
                        seen,
                        written,
                        abilities);
        byte[] bytes = leaf.encode();
        long before = System.nanoTime();
        leaves.write(input.item(ref.unit()), bytes);
        CrashPoint.LEAF_PUT.reached();
        return end(input, ref, leaf, bytes, work.stored(secondsSince(before)));
    }

    private static Step end(
            InputRef input, UnitRef ref, UnitLeaf leaf, byte[] bytes, WorkNote work) {
        return Step.read(
                input,
                new UnitEnd(
                        ref.index(),
                        ref.unit(),
                        leaf.state(),
                        leaf.code(),
                        bytes.length,
                        Digests.sha256(bytes),
                        work));
    }

    private static UnitReading failed(String unit, String code, String reason) {
        return UnitReading.newBuilder()
                .setUnit(unit)
                .setState(UnitState.FAILED)
                .setCode(code)
                .setReason(reason)
                .build();
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
