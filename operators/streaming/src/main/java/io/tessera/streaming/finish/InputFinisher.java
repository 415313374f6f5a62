/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.finish;

import io.tessera.contract.codec.RecordCodec;
import io.tessera.contract.codec.UndecodableRecord;
import io.tessera.streaming.flow.InputRef;
import io.tessera.streaming.flow.PlannedInput;
import io.tessera.streaming.leaf.Artefacts;
import io.tessera.streaming.leaf.Leaves;
import io.tessera.streaming.leaf.UnitLeaf;
import io.tessera.streaming.service.ReadingServices;
import io.tessera.v1.Artefact;
import io.tessera.v1.InputPlan;
import io.tessera.v1.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes an input's own record from its plan and its leaves, which are loaded in order and a few at
 * a time, and writes its transcript beside them. Thread-safe.
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

    /** Blocks while leaves are loaded. */
    InputRecord finish(InputRef input, PlannedInput planned) {
        LeafCounts counts = new LeafCounts();
        List<Artefact> written = new ArrayList<>();
        if (!planned.units().isEmpty()) {
            transcribe(input, planned.units(), counts).ifPresent(written::add);
        }
        String engine = services.engine().abilities().name();
        return new InputRecord(input, planned.units(), plan(planned), counts, written, engine);
    }

    private Optional<Artefact> transcribe(InputRef input, List<String> units, LeafCounts counts) {
        Transcript transcript = kind == Kind.VIDEO ? Transcript.WEBVTT : Transcript.MARKDOWN;
        try {
            Path file = Files.createTempFile("tessera-transcript-", "." + transcript.extension());
            try {
                write(input, units, counts, transcript, file);
                return counts.delivered() == 0
                        ? Optional.empty()
                        : Optional.of(
                                artefacts.write(
                                        input.item(input.wholeUnit()),
                                        transcript.artefact(),
                                        transcript.extension(),
                                        file));
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "no transcript can be written to %s; free some disk space"
                            .formatted(System.getProperty("java.io.tmpdir")),
                    e);
        }
    }

    private void write(
            InputRef input, List<String> units, LeafCounts counts, Transcript transcript, Path file)
            throws IOException {
        List<String> items = units.stream().map(input::item).toList();
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            transcript.begin(out);
            leaves.each(
                    items,
                    services.io(),
                    (i, leaf) -> {
                        Optional<UnitLeaf> unit =
                                leaf.flatMap(bytes -> UnitLeaf.decode(kind, items.get(i), bytes));
                        if (unit.isEmpty()) {
                            counts.addLost(units.get(i));
                            return;
                        }
                        counts.add(units.get(i), unit.get());
                        if (Files.size(file) < LONGEST_TRANSCRIPT) {
                            transcript.add(out, unit.get());
                        }
                    });
        }
    }

    private static InputPlan plan(PlannedInput planned) {
        try {
            return RecordCodec.of(InputPlan.class).decode(planned.plan());
        } catch (UndecodableRecord e) {
            throw new IllegalStateException("state of an unknown version", e);
        }
    }
}
