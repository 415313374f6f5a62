/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.verify;

import io.tessera.models.family.FamilyModel;
import io.tessera.models.family.Picture;
import io.tessera.models.torch.Rows;
import java.util.Arrays;
import java.util.Map;

/** Rows of pictures after the projector. */
final class VisionKind implements CaseKind {
    private final LoadedModels models;

    VisionKind(LoadedModels models) {
        this.models = models;
    }

    @Override
    public String kind() {
        return "vision";
    }

    @Override
    public void check(RecordedCase recorded, Findings findings) throws Exception {
        FamilyModel model = models.of(recorded);
        Picture picture = LoadedModels.picture(recorded, recorded.json().path("image"));
        Map<String, String> options = LoadedModels.familyOptions(recorded);
        try (Rows rows = model.vision().features(picture, options, 1)) {
            findings.same("tokens", rows.count(), recorded.expect().path("tokens").asInt());
            float[] features = rows.toArray();
            if (recorded.expect().has("rows")) {
                long[] wanted = recorded.longs(recorded.expect().path("rows").asText());
                features = pick(features, wanted, model.decoder().shape().hidden());
            }
            findings.close(
                    "features",
                    features,
                    recorded.floats(recorded.expect().path("features").asText()));
        }
        if (recorded.expect().has("tower")) {
            findings.close(
                    "tower",
                    model.vision().towerOutput(picture, options, 1),
                    recorded.floats(recorded.expect().path("tower").asText()));
        }
    }

    private static float[] pick(float[] features, long[] rows, int width) {
        float[] picked = new float[rows.length * width];
        for (int i = 0; i < rows.length; i++) {
            int from = Math.toIntExact(rows[i]) * width;
            System.arraycopy(
                    Arrays.copyOfRange(features, from, from + width), 0, picked, i * width, width);
        }
        return picked;
    }
}
