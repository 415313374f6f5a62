/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.plan;

import io.tessera.contract.codec.RecordCodec;
import io.tessera.contract.option.PageSelection;
import io.tessera.streaming.flow.InputRef;
import io.tessera.streaming.flow.PlannedInput;
import io.tessera.streaming.flow.Step;
import io.tessera.streaming.flow.UnitRef;
import io.tessera.streaming.flow.WorkNote;
import io.tessera.v1.InputPlan;
import io.tessera.v1.UnitSpec;
import java.util.ArrayList;
import java.util.List;

/** Turns a plan into what is handed on: the announcement, then a reference for each unit. */
final class PlannedUnits {
    private PlannedUnits() {}

    /** Of a selection of pages, only those that it names are announced. */
    static List<Step> of(InputRef input, InputPlan plan, WorkNote work) {
        PageSelection pages = PageSelection.TYPE.parse(input.request().pages());
        RecordCodec<UnitSpec> specs = RecordCodec.of(UnitSpec.class);
        List<String> announced = new ArrayList<>();
        List<Step> toRead = new ArrayList<>();
        for (UnitSpec spec : plan.getUnits()) {
            Integer page = spec.getPage();
            if (page == null || pages.contains(page)) {
                UnitRef unit = new UnitRef(announced.size(), spec.getUnit(), specs.encode(spec));
                announced.add(spec.getUnit());
                toRead.add(Step.toRead(input, unit));
            }
        }
        InputPlan rest = InputPlan.newBuilder(plan).setUnits(List.of()).build();
        byte[] encoded = RecordCodec.of(InputPlan.class).encode(rest);
        List<Step> steps = new ArrayList<>();
        steps.add(Step.announced(input, new PlannedInput(announced, encoded, work)));
        steps.addAll(toRead);
        return steps;
    }
}
