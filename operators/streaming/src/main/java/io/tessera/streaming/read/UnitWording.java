/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.read;

import io.tessera.contract.option.TesseraOptions;
import io.tessera.reading.engine.EngineAbilities;
import io.tessera.reading.engine.ReadingRequest;
import io.tessera.streaming.leaf.Artefacts;
import io.tessera.streaming.pool.WorkerPool;
import io.tessera.streaming.service.ReadingServices;
import io.tessera.v1.Artefact;
import io.tessera.v1.RegionImage;
import io.tessera.v1.UnitReading;
import io.tessera.v1.UnitState;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * The part of a unit's way that needs its region: the engine words what the worker measured, and
 * the encoded objects go to the store. Thread-safe.
 */
final class UnitWording {
    private static final int MOST_TOKENS = 4_096;

    private final EngineAbilities abilities;
    private final EngineCall engine;
    private final Artefacts artefacts;
    private final Duration deadline;

    UnitWording(ReadingServices services, Duration deadline) {
        this.abilities = services.engine().abilities();
        this.engine = new EngineCall(services.engine(), services.patience(), deadline);
        this.artefacts = new Artefacts(services.store(), services.patience());
        this.deadline = deadline;
    }

    /** Blocks until the engine answered and the objects are written. */
    Worded word(UnitAtHand at, WorkerPool.UnitResult result) {
        UnitReading unit = result.reading();
        List<Artefact> written = objects(at, result);
        if (unit.getState() != UnitState.RECOGNISED) {
            return new Worded(unit, null, List.of(), written, 0);
        }
        List<RegionImage> shown = shown(unit);
        EngineCall.Outcome outcome = ask(request(at, result, shown));
        if (outcome.code() != null) {
            unit =
                    UnitReading.newBuilder(unit)
                            .setState(outcome.state())
                            .setCode(outcome.code().name())
                            .setReason(outcome.reason())
                            .build();
        }
        return new Worded(
                unit,
                outcome.reading(),
                shown.stream().map(RegionImage::getSha256).toList(),
                written,
                outcome.seconds());
    }

    private EngineCall.Outcome ask(ReadingRequest request) {
        try {
            return engine.ask(request);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("closed while the engine was asked");
        }
    }

    private ReadingRequest request(
            UnitAtHand at, WorkerPool.UnitResult result, List<RegionImage> shown) {
        UnitReading unit = result.reading();
        boolean page = at.spec().getPage() != null;
        return new ReadingRequest(
                page ? ReadingRequest.Task.PAGE_TEXT : ReadingRequest.Task.CAPTION,
                unit.getChunk(),
                unit.getPage(),
                page ? 0 : at.spec().getChunk().getStartMicros(),
                page ? 0 : at.spec().getChunk().getEndMicros(),
                shown.stream().map(image -> picture(result, image)).toList(),
                null,
                at.options().find(TesseraOptions.PROMPT).orElse(null),
                new ReadingRequest.Limits(MOST_TOKENS, deadline.toNanos() / 1_000),
                at.input().request().tenant());
    }

    private static ReadingRequest.Picture picture(WorkerPool.UnitResult result, RegionImage image) {
        ByteBuffer rgb = result.region().bytesOf(image);
        return new ReadingRequest.Picture(
                image.getWidth(), image.getHeight(), rgb, image.getSha256());
    }

    private List<RegionImage> shown(UnitReading unit) {
        return abilities.imagesPerRequest() == 0
                ? List.of()
                : unit.getImages().stream().filter(UnitRecords::isRgb).toList();
    }

    private List<Artefact> objects(UnitAtHand at, WorkerPool.UnitResult result) {
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
                written.add(artefacts.write(at.item(), image, bytes, pixels));
            }
        }
        return written;
    }
}
