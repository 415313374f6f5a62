/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.verify;

import io.tessera.imaging.RgbImage;
import io.tessera.imaging.tensor.ElementType;
import io.tessera.imaging.tensor.Normaliser;
import io.tessera.imaging.tensor.Statistics;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The numbers that bytes become. */
final class NormaliseKind implements CaseKind {
    @Override
    public String kind() {
        return "normalise";
    }

    @Override
    public void check(RecordedCase recorded, Findings findings) throws Exception {
        String name = recorded.json().path("statistics").asText();
        Statistics statistics =
                switch (name) {
                    case "clip" -> Statistics.CLIP;
                    case "imagenet" -> Statistics.IMAGENET;
                    default -> throw new CannotCheck("no statistics " + name);
                };
        RgbImage image = recorded.picture();
        float[] want = recorded.floats(recorded.expect().path("tensor").asText());
        ByteBuffer tensor =
                ByteBuffer.allocate(Float.BYTES * 3 * image.width() * image.height())
                        .order(ByteOrder.nativeOrder());
        new Normaliser(statistics, ElementType.FLOAT32).write(image, tensor);
        float[] got = new float[3 * image.width() * image.height()];
        tensor.flip().asFloatBuffer().get(got);
        findings.close("tensor", got, want);
    }
}
