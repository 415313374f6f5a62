/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.verify;

import com.fasterxml.jackson.databind.JsonNode;
import io.tessera.models.family.FamilyModel;
import io.tessera.models.schedule.PromptPart;
import java.util.Arrays;
import java.util.List;

/** Logits that follow each of some forced ids after a prompt. */
final class DecodeKind implements CaseKind {
    private final LoadedModels models;

    DecodeKind(LoadedModels models) {
        this.models = models;
    }

    @Override
    public String kind() {
        return "decode";
    }

    @Override
    public void check(RecordedCase recorded, Findings findings) throws Exception {
        FamilyModel model = models.of(recorded);
        List<PromptPart> parts = models.parts(recorded);
        int length = parts.stream().mapToInt(PromptPart::count).sum();
        findings.same("length", length, recorded.expect().path("length").asInt());
        int[] forced = Numbers.ints(recorded.json().path("forced"));
        long[] ids = recorded.longs(recorded.expect().path("logits_ids").asText());
        float[] expected = recorded.floats(recorded.expect().path("logits").asText());
        JsonNode sums = recorded.expect().path("logsumexp");
        if (expected.length != forced.length * ids.length) {
            findings.fault("recorded logits are not %d by %d".formatted(forced.length, ids.length));
            return;
        }
        try (LogitsCheck check = new LogitsCheck(model.decoder(), length + forced.length)) {
            check.prompt(parts);
            for (int i = 0; i < forced.length; i++) {
                float[] logits = check.feed(forced[i]);
                findings.close(
                        "logits of step " + i,
                        Numbers.pick(logits, ids),
                        Arrays.copyOfRange(expected, i * ids.length, (i + 1) * ids.length));
                findings.same(
                        "argmax of step " + i,
                        Numbers.argmax(logits),
                        recorded.expect().path("argmax").path(i).asInt());
                if (sums.isArray()) {
                    findings.close(
                            "logsumexp of step " + i,
                            Numbers.logSumExp(logits),
                            sums.path(i).asDouble());
                }
            }
        }
    }
}
