/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker.chunk;

import io.tessera.contract.failure.InputFailure;
import io.tessera.contract.input.Progress;
import io.tessera.documents.ocr.TextRecogniser;
import io.tessera.v1.ChunkFacts;
import io.tessera.v1.ChunkSpec;
import io.tessera.v1.DecodeHealth;
import io.tessera.v1.Span;
import io.tessera.video.frame.DecodedFrame;
import io.tessera.video.frame.FrameSink;
import io.tessera.worker.chunk.colour.Palette;
import io.tessera.worker.chunk.motion.BlackMeter;
import io.tessera.worker.chunk.motion.MotionMeter;
import io.tessera.worker.chunk.shot.ShotFinder;
import io.tessera.worker.chunk.step.StepClock;
import io.tessera.worker.chunk.step.StepFrame;
import io.tessera.worker.chunk.step.StepScaler;
import io.tessera.worker.chunk.text.ScreenText;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures a chunk while its frames go by. No frame is kept: each meter holds what it needs, a few
 * numbers a step, and the sampled frames go into the composite.
 */
final class ChunkMeasure implements FrameSink {
    private final ChunkSpec chunk;
    private final Composite composite;
    private final Progress progress;
    private final StepClock clock;
    private final StepScaler scaler = new StepScaler();
    private final BlackMeter black = new BlackMeter();
    private final ShotFinder shots = new ShotFinder();
    private final MotionMeter motion = new MotionMeter();
    private final Palette palette = new Palette();
    private final ScreenText text;
    private final List<Long> sampled = new ArrayList<>();

    ChunkMeasure(
            ChunkSpec chunk, Composite composite, TextRecogniser recogniser, Progress progress) {
        this.chunk = chunk;
        this.composite = composite;
        this.progress = progress;
        clock = new StepClock(chunk.getStartMicros());
        text = new ScreenText(recogniser, progress);
    }

    @Override
    public void accept(DecodedFrame frame) throws InputFailure {
        progress.tick();
        if (clock.due(frame.micros())) {
            StepFrame step = scaler.scale(frame);
            shots.accept(step, black.accept(step));
            motion.accept(step);
            palette.accept(step);
        }
        if (frame.sampled()) {
            composite.accept(frame);
            sampled.add(frame.micros());
            text.accept(frame);
        }
    }

    /** All facts, once the walk is over. */
    ChunkFacts facts(DecodeHealth health) {
        long start = chunk.getStartMicros();
        long end = chunk.getEndMicros();
        List<Span> spans = shots.shots(start, end);
        return ChunkFacts.newBuilder()
                .setShots(spans)
                .setMotion(motion.stretches(start, end, spans))
                .setColours(palette.colours())
                .setText(text.texts())
                .setCodes(text.codes())
                .setBlack(black.black(start, end))
                .setFrozen(motion.frozen(start, end))
                .setBrightness(black.brightness())
                .setFrameMicros(sampled)
                .setHealth(health)
                .build();
    }
}
