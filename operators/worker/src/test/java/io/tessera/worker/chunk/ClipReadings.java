/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker.chunk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tessera.contract.failure.InputFailure;
import io.tessera.contract.input.FileByteSource;
import io.tessera.contract.input.HeapRegion;
import io.tessera.contract.input.InputReader;
import io.tessera.contract.input.Progress;
import io.tessera.contract.option.Options;
import io.tessera.reading.engine.ReadingRequest;
import io.tessera.reading.literal.LiteralEngine;
import io.tessera.v1.ChunkFacts;
import io.tessera.v1.ChunkSpec;
import io.tessera.v1.UnitReading;
import io.tessera.v1.UnitSpec;
import io.tessera.v1.UnitState;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Chunks of the public clips, each read once for all tests of this JVM. */
final class ClipReadings {
    private static final int REGION = 32 << 20;
    private static final int ALL = 6;
    private static final Map<String, List<Chunk>> CLIPS = new ConcurrentHashMap<>();
    private static final ByteBuffer MEMORY = ByteBuffer.allocateDirect(REGION);

    /** A chunk with what was measured in it and how that was worded. */
    record Chunk(double start, double end, UnitReading reading, String caption) {
        ChunkFacts facts() {
            return reading.getChunk();
        }
    }

    private ClipReadings() {}

    /** The chunks of a clip: all of a short one; first, middle and last of a long one. */
    static List<Chunk> of(Path clip) {
        return CLIPS.computeIfAbsent(clip.getFileName().toString(), name -> read(clip));
    }

    static List<Chunk> read(Path clip) {
        try (FileByteSource bytes = new FileByteSource(clip);
                InputReader reader =
                        new ChunkOpener().open(bytes, Options.DEFAULTS, null, Progress.NONE)) {
            List<UnitSpec> units = reader.plan(Progress.NONE).getUnits();
            List<Chunk> chunks = new ArrayList<>();
            for (UnitSpec unit : units) {
                int index = unit.getIndex();
                boolean ends = index == 0 || index == units.size() - 1;
                if (units.size() <= ALL || ends || index == units.size() / 2) {
                    chunks.add(read(reader, unit));
                }
            }
            return chunks;
        } catch (IOException | InputFailure e) {
            throw new AssertionError(clip + ": " + e.getMessage(), e);
        }
    }

    private static Chunk read(InputReader reader, UnitSpec unit) throws InputFailure {
        UnitReading reading = reader.read(unit, new HeapRegion(MEMORY.clear()), Progress.NONE);
        assertThat(reading.getState()).as(unit.getUnit()).isEqualTo(UnitState.RECOGNISED);
        ChunkSpec chunk = unit.getChunk();
        return new Chunk(
                chunk.getStartMicros() / 1e6,
                chunk.getEndMicros() / 1e6,
                reading,
                caption(reading.getChunk(), chunk));
    }

    private static String caption(ChunkFacts facts, ChunkSpec chunk) {
        ReadingRequest request =
                new ReadingRequest(
                        ReadingRequest.Task.CAPTION,
                        facts,
                        null,
                        chunk.getStartMicros(),
                        chunk.getEndMicros(),
                        List.of(),
                        null,
                        null,
                        new ReadingRequest.Limits(512, 60_000_000),
                        "default");
        try (LiteralEngine engine = new LiteralEngine()) {
            return engine.read(request).toCompletableFuture().join().text();
        }
    }
}
