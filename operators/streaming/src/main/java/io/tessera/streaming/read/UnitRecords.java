/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.read;

import io.tessera.reading.engine.EngineAbilities;
import io.tessera.reading.engine.Reading;
import io.tessera.streaming.leaf.UnitLeaf;
import io.tessera.v1.Artefact;
import io.tessera.v1.Caption;
import io.tessera.v1.ChunkSpec;
import io.tessera.v1.EngineNote;
import io.tessera.v1.Page;
import io.tessera.v1.RegionImage;
import io.tessera.v1.UnitReading;
import io.tessera.v1.UnitState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the content record of a unit from what worker and engine said of it. */
final class UnitRecords {
    private static final String COMPOSITE = "composite";
    private static final String THUMBNAIL = "thumbnail";
    private static final String TILE = "tile-";

    private UnitRecords() {}

    /** The record of a delivered unit, or of a refused or failed one, which has no text. */
    static UnitLeaf of(UnitAtHand at, Worded worded, EngineAbilities engine) {
        Reading read = worded.reading();
        EngineNote note = read == null ? null : note(read, worded.shown(), engine);
        return at.spec().getPage() != null
                ? new UnitLeaf(page(at, worded, note), null)
                : new UnitLeaf(null, caption(at, worded, note));
    }

    private static Page page(UnitAtHand at, Worded worded, @Nullable EngineNote note) {
        List<Artefact> others = new ArrayList<>(worded.artefacts());
        Artefact thumbnail = take(others, THUMBNAIL);
        UnitReading unit = worded.unit();
        Integer original = at.spec().getDuplicateOf();
        boolean duplicate = original != null && delivered(unit.getState());
        return Page.newBuilder()
                .setTenant(at.input().request().tenant())
                .setPipelineId(at.input().pipelineId())
                .setInputId(at.input().inputId())
                .setUnit(at.spec().getUnit())
                .setPage(at.spec().getPage())
                .setState(duplicate ? UnitState.DUPLICATE : unit.getState())
                .setDuplicateOf(duplicate ? original : null)
                .setCode(unit.getCode())
                .setReason(unit.getReason())
                .setMissing(unit.getMissing())
                .setText(text(unit.getState(), worded.reading()))
                .setFacts(unit.getPage())
                .setThumbnail(thumbnail)
                .setArtefacts(others)
                .setTiles(tiles(unit))
                .setEngine(note)
                .build();
    }

    private static Caption caption(UnitAtHand at, Worded worded, @Nullable EngineNote note) {
        UnitReading unit = worded.unit();
        ChunkSpec chunk = at.spec().getChunk();
        return Caption.newBuilder()
                .setTenant(at.input().request().tenant())
                .setPipelineId(at.input().pipelineId())
                .setInputId(at.input().inputId())
                .setUnit(at.spec().getUnit())
                .setIndex(at.spec().getIndex())
                .setStartMicros(chunk.getStartMicros())
                .setEndMicros(chunk.getEndMicros())
                .setState(unit.getState())
                .setCode(unit.getCode())
                .setReason(unit.getReason())
                .setMissing(unit.getMissing())
                .setCaption(text(unit.getState(), worded.reading()))
                .setFacts(unit.getChunk())
                .setComposite(take(new ArrayList<>(worded.artefacts()), COMPOSITE))
                .setTiles(tiles(unit))
                .setEngine(note)
                .build();
    }

    private static @Nullable String text(UnitState state, @Nullable Reading read) {
        if (read != null) {
            return read.text();
        }
        return state == UnitState.BLANK ? "" : null;
    }

    private static EngineNote note(Reading read, List<String> shown, EngineAbilities engine) {
        String digest = engine.modelDigest();
        boolean counted = engine.contextTokens() > 0;
        return EngineNote.newBuilder()
                .setEngine(engine.name())
                .setModelDigest(digest.isEmpty() ? null : digest)
                .setPromptSha256(read.promptSha256())
                .setImageSha256(shown)
                .setOrigin(read.origin())
                .setFinishReason(read.finishReason())
                .setTokensIn(counted ? read.tokensIn() : null)
                .setTokensOut(counted ? read.tokensOut() : null)
                .build();
    }

    private static List<String> tiles(UnitReading unit) {
        return unit.getImages().stream()
                .filter(image -> image.getName().startsWith(TILE) && isRgb(image))
                .map(RegionImage::getSha256)
                .toList();
    }

    private static @Nullable Artefact take(List<Artefact> artefacts, String name) {
        for (Artefact artefact : artefacts) {
            if (artefact.getName().equals(name)) {
                artefacts.remove(artefact);
                return artefact;
            }
        }
        return null;
    }

    static boolean isRgb(RegionImage image) {
        return image.getFormat().equals("RGB");
    }

    static boolean delivered(UnitState state) {
        return state == UnitState.RECOGNISED
                || state == UnitState.BLANK
                || state == UnitState.DUPLICATE;
    }
}
