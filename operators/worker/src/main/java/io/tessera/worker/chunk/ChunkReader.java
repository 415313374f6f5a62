/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker.chunk;

import static java.util.Objects.requireNonNull;

import io.tessera.contract.failure.Code;
import io.tessera.contract.failure.InputFailure;
import io.tessera.contract.input.InputReader;
import io.tessera.contract.input.Progress;
import io.tessera.contract.input.Region;
import io.tessera.documents.ocr.TextRecogniser;
import io.tessera.v1.ChunkFacts;
import io.tessera.v1.ChunkSpec;
import io.tessera.v1.DecodeHealth;
import io.tessera.v1.InputPlan;
import io.tessera.v1.InputState;
import io.tessera.v1.RegionImage;
import io.tessera.v1.UnitReading;
import io.tessera.v1.UnitSpec;
import io.tessera.v1.UnitState;
import io.tessera.video.VideoSource;
import io.tessera.worker.chunk.step.StepClock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the chunks of one video: facts, and the contact sheet as RGB and JPEG. */
final class ChunkReader implements InputReader {
    private final VideoSource video;
    private final TextRecogniser recogniser;

    ChunkReader(VideoSource video, TextRecogniser recogniser) {
        this.video = video;
        this.recogniser = recogniser;
    }

    @Override
    public InputPlan plan(Progress progress) throws InputFailure {
        return video.plan(progress);
    }

    @Override
    public UnitReading read(UnitSpec unit, Region region, Progress progress) throws InputFailure {
        ChunkSpec chunk = requireNonNull(unit.getChunk(), "unit is no chunk");
        Composite composite = new Composite(region, Math.max(1, chunk.getTargets().size()));
        ChunkMeasure measure = new ChunkMeasure(chunk, composite, recogniser, progress);
        try {
            DecodeHealth health = video.walk(chunk, StepClock.STEP_MICROS, measure, progress);
            ChunkFacts facts = measure.facts(health);
            List<String> missing = missing(chunk, health);
            if (health.getFramesSampled() == 0) {
                return failed(unit.getUnit(), facts, missing);
            }
            return reading(
                    unit.getUnit(),
                    UnitState.RECOGNISED,
                    null,
                    null,
                    missing,
                    facts,
                    composite.images());
        } catch (InputFailure e) {
            if (e.state() != InputState.REFUSED_LIMIT) {
                throw e;
            }
            String code = e.code().name();
            return reading(
                    unit.getUnit(),
                    UnitState.REFUSED,
                    code,
                    e.getMessage(),
                    List.of(),
                    null,
                    List.of());
        }
    }

    private static UnitReading failed(String unit, ChunkFacts facts, List<String> missing) {
        DecodeHealth health = facts.getHealth();
        String reason =
                "no frame to show came of the chunk: %d of %d frames decoded; give an undamaged copy"
                        .formatted(health.getFramesDecoded(), health.getFramesExpected());
        return reading(
                unit,
                UnitState.FAILED,
                Code.NO_FRAMES.name(),
                reason,
                missing,
                health.getFramesDecoded() == 0 ? null : facts,
                List.of());
    }

    private static List<String> missing(ChunkSpec chunk, DecodeHealth health) {
        List<String> missing = new ArrayList<>();
        long expected = health.getFramesExpected();
        long lost = expected - health.getFramesDecoded();
        if (lost > 0) {
            missing.add("%d of %d frames".formatted(lost, expected));
        }
        if (health.getFramesFlagged() > 0) {
            missing.add(
                    "%d of %d frames flagged as damaged"
                            .formatted(health.getFramesFlagged(), expected));
        }
        int sampled = chunk.getTargets().size() - health.getFramesSampled();
        if (sampled > 0) {
            missing.add("%d of %d sampled frames".formatted(sampled, chunk.getTargets().size()));
        }
        return missing;
    }

    private static UnitReading reading(
            String unit,
            UnitState state,
            @Nullable String code,
            @Nullable String reason,
            List<String> missing,
            @Nullable ChunkFacts facts,
            List<RegionImage> images) {
        return UnitReading.newBuilder()
                .setUnit(unit)
                .setState(state)
                .setCode(code)
                .setReason(reason)
                .setMissing(missing)
                .setChunk(facts)
                .setImages(images)
                .build();
    }

    @Override
    public void close() {
        video.close();
    }
}
