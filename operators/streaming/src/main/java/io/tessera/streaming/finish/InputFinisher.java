/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.finish;

import io.tessera.contract.codec.Leaf;
import io.tessera.contract.codec.RecordCodec;
import io.tessera.contract.codec.UndecodableRecord;
import io.tessera.streaming.flow.InputRef;
import io.tessera.streaming.flow.PlannedInput;
import io.tessera.streaming.read.Artefacts;
import io.tessera.streaming.read.Leaves;
import io.tessera.streaming.read.UnitLeaf;
import io.tessera.streaming.service.ReadingServices;
import io.tessera.v1.Artefact;
import io.tessera.v1.Document;
import io.tessera.v1.InputPlan;
import io.tessera.v1.InputState;
import io.tessera.v1.Kind;
import io.tessera.v1.Video;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes an input's own record from its plan and its leaves, loaded one at a time and in order, and
 * writes its transcript beside them. Thread-safe.
 */
final class InputFinisher {
    /** Transcripts end here; the leaves have it all. */
    private static final long LONGEST_TRANSCRIPT = 256L << 20;

    private final Kind kind;
    private final ReadingServices services;
    private final Artefacts artefacts;
    private final Leaves leaves;

    InputFinisher(Kind kind, ReadingServices services) {
        this.kind = kind;
        this.services = services;
        this.artefacts = new Artefacts(services.store(), services.patience());
        this.leaves = new Leaves(services.store(), services.patience());
    }

    /**
     * An input's own record.
     *
     * @param state its terminal state
     * @param leaf the bytes of its leaf, which only the committer writes
     * @param lastMicros where its last frame ends; 0 of a document
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Finished(InputState state, @Nullable String code, byte[] leaf, long lastMicros) {}

    /** Blocks while leaves are loaded. */
    Finished finish(InputRef input, PlannedInput planned) {
        InputPlan plan = plan(planned);
        LeafCounts counts = new LeafCounts();
        List<Artefact> written = new ArrayList<>();
        if (!planned.units().isEmpty()) {
            transcribe(input, planned.units(), counts).ifPresent(written::add);
        }
        StateByCounts state = StateByCounts.of(plan, counts);
        List<String> missing = new ArrayList<>(plan.getMissing());
        missing.addAll(counts.missing());
        boolean video = kind == Kind.VIDEO;
        byte[] leaf =
                Leaf.encode(
                        video
                                ? video(input, planned, plan, counts, state, missing, written)
                                : document(input, planned, plan, counts, state, missing, written));
        long lastMicros =
                video && plan.getVideo() != null ? plan.getVideo().getDurationMicros() : 0;
        return new Finished(state.state(), state.code(), leaf, lastMicros);
    }

    private Video video(
            InputRef input,
            PlannedInput planned,
            InputPlan plan,
            LeafCounts counts,
            StateByCounts state,
            List<String> missing,
            List<Artefact> written) {
        return Video.newBuilder()
                .setTenant(input.request().tenant())
                .setPipelineId(input.pipelineId())
                .setInputId(input.inputId())
                .setUnit(input.wholeUnit())
                .setMedia(input.media())
                .setState(state.state())
                .setCode(state.code())
                .setReason(state.reason())
                .setWarnings(plan.getWarnings())
                .setMissing(missing)
                .setUnits(planned.units())
                .setCounts(counts.counts())
                .setArtefacts(written)
                .setProbe(plan.getVideo())
                .setHealth(planned.units().isEmpty() ? null : counts.health())
                .setEngine(services.engine().abilities().name())
                .build();
    }

    private Document document(
            InputRef input,
            PlannedInput planned,
            InputPlan plan,
            LeafCounts counts,
            StateByCounts state,
            List<String> missing,
            List<Artefact> written) {
        return Document.newBuilder()
                .setTenant(input.request().tenant())
                .setPipelineId(input.pipelineId())
                .setInputId(input.inputId())
                .setUnit(input.wholeUnit())
                .setMedia(input.media())
                .setState(state.state())
                .setCode(state.code())
                .setReason(state.reason())
                .setWarnings(plan.getWarnings())
                .setMissing(missing)
                .setUnits(planned.units())
                .setCounts(counts.counts())
                .setArtefacts(written)
                .setProbe(plan.getDocument())
                .setEngine(services.engine().abilities().name())
                .build();
    }

    private Optional<Artefact> transcribe(InputRef input, List<String> units, LeafCounts counts) {
        Transcript transcript = kind == Kind.VIDEO ? Transcript.WEBVTT : Transcript.MARKDOWN;
        Path file = null;
        try {
            file = Files.createTempFile("tessera-transcript-", "." + transcript.extension());
            try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
                transcript.begin(out);
                Path written = file;
                leaves.each(
                        units.stream().map(input::item).toList(),
                        services.io(),
                        (i, leaf) -> {
                            Optional<UnitLeaf> unit =
                                    leaf.flatMap(
                                            bytes ->
                                                    UnitLeaf.decode(
                                                            kind, input.item(units.get(i)), bytes));
                            if (unit.isEmpty()) {
                                counts.addLost(units.get(i));
                                return;
                            }
                            counts.add(units.get(i), unit.get());
                            if (Files.size(written) < LONGEST_TRANSCRIPT) {
                                transcript.add(out, unit.get());
                            }
                        });
            }
            return counts.delivered() == 0
                    ? Optional.empty()
                    : Optional.of(
                            artefacts.write(
                                    input.item(input.wholeUnit()),
                                    transcript.artefact(),
                                    transcript.extension(),
                                    file));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "no transcript can be written to %s; free some disk space"
                            .formatted(System.getProperty("java.io.tmpdir")),
                    e);
        } finally {
            delete(file);
        }
    }

    private static InputPlan plan(PlannedInput planned) {
        try {
            return RecordCodec.of(InputPlan.class).decode(planned.plan());
        } catch (UndecodableRecord e) {
            throw new IllegalStateException("state of an unknown version", e);
        }
    }

    private static void delete(@Nullable Path file) {
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                // Temporary, and out of the way of everything: the next clean-up takes it.
                file.toFile().deleteOnExit();
            }
        }
    }
}
