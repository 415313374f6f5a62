/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.verify;

import io.tessera.models.family.FamilyModel;
import io.tessera.models.schedule.PromptPart;
import java.util.List;

/** Logits that follow a prompt. */
final class PrefillKind implements CaseKind {
    private static final double MARGIN_TOLERANCE = 2e-4;

    private final LoadedModels models;

    PrefillKind(LoadedModels models) {
        this.models = models;
    }

    @Override
    public String kind() {
        return "prefill";
    }

    @Override
    public void check(RecordedCase recorded, Findings findings) throws Exception {
        FamilyModel model = models.of(recorded);
        List<PromptPart> parts = models.parts(recorded);
        int length = parts.stream().mapToInt(PromptPart::count).sum();
        findings.same("length", length, recorded.expect().path("length").asInt());
        try (LogitsCheck check = new LogitsCheck(model.decoder(), length)) {
            float[] logits = check.prompt(parts);
            findings.close(
                    "logits",
                    Numbers.pick(
                            logits, recorded.longs(recorded.expect().path("logits_ids").asText())),
                    recorded.floats(recorded.expect().path("logits").asText()));
            findings.same(
                    "argmax", Numbers.argmax(logits), recorded.expect().path("argmax").asInt());
            findings.close(
                    "logsumexp",
                    Numbers.logSumExp(logits),
                    recorded.expect().path("logsumexp").asDouble());
            if (recorded.expect().has("margin")) {
                findings.close(
                        "margin",
                        Numbers.margin(logits),
                        recorded.expect().path("margin").asDouble(),
                        MARGIN_TOLERANCE);
            }
        }
    }
}
