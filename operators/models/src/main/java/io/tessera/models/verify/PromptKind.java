/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.verify;

import com.fasterxml.jackson.databind.JsonNode;
import io.tessera.models.prompt.Prompt;
import java.util.Arrays;

/** Prompts as ids, images as runs of positions. */
final class PromptKind implements CaseKind {
    private static final int POSITIONS_OF_A_TILE = 256;

    private final LoadedModels models;

    PromptKind(LoadedModels models) {
        this.models = models;
    }

    @Override
    public String kind() {
        return "prompt";
    }

    @Override
    public void check(RecordedCase recorded, Findings findings) throws Exception {
        Prompt prompt = models.prompt(recorded);
        int[] expected = Numbers.ints(recorded.expect().path("ids"));
        findings.same("length", prompt.length(), recorded.expect().path("length").asInt());
        int first = Arrays.mismatch(prompt.ids(), expected);
        if (first >= 0) {
            findings.fault("ids differ from position " + first + " on");
        }
        JsonNode tiles = recorded.expect().path("tiles");
        for (int i = 0; i < tiles.size(); i++) {
            int image = -1 - i;
            long positions = Arrays.stream(prompt.ids()).filter(id -> id == image).count();
            findings.same(
                    "tiles of image " + i, positions / POSITIONS_OF_A_TILE, tiles.get(i).asLong());
        }
    }
}
