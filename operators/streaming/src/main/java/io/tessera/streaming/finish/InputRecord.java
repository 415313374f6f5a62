/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.finish;

import io.tessera.contract.codec.Leaf;
import io.tessera.streaming.flow.InputRef;
import io.tessera.v1.Artefact;
import io.tessera.v1.Document;
import io.tessera.v1.InputPlan;
import io.tessera.v1.Kind;
import io.tessera.v1.Video;
import java.util.ArrayList;
import java.util.List;

/**
 * What an input's own record is made of. It follows from plan and leaves alone: circumstance stays
 * out of it.
 *
 * @param input the input
 * @param units units announced, in order
 * @param plan what opening the input found
 * @param counts what the leaves say
 * @param artefacts objects of the input
 * @param engine name of the engine
 */
record InputRecord(
        InputRef input,
        List<String> units,
        InputPlan plan,
        LeafCounts counts,
        List<Artefact> artefacts,
        String engine) {
    StateByCounts state() {
        return StateByCounts.of(plan, counts);
    }

    /** The bytes of the record's leaf. */
    byte[] leaf() {
        return Leaf.encode(plan.getKind() == Kind.VIDEO ? video() : document());
    }

    private Video video() {
        StateByCounts state = state();
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
                .setMissing(missing())
                .setUnits(units)
                .setCounts(counts.counts())
                .setArtefacts(artefacts)
                .setProbe(plan.getVideo())
                .setHealth(units.isEmpty() ? null : counts.health())
                .setEngine(engine)
                .build();
    }

    private Document document() {
        StateByCounts state = state();
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
                .setMissing(missing())
                .setUnits(units)
                .setCounts(counts.counts())
                .setArtefacts(artefacts)
                .setProbe(plan.getDocument())
                .setEngine(engine)
                .build();
    }

    private List<String> missing() {
        List<String> missing = new ArrayList<>(plan.getMissing());
        missing.addAll(counts.missing());
        return missing;
    }
}
