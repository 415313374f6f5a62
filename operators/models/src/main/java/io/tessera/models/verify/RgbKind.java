/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.verify;

import com.fasterxml.jackson.databind.JsonNode;
import io.tessera.imaging.RgbImage;

/** What a picture file is decoded to. */
final class RgbKind implements CaseKind {
    @Override
    public String kind() {
        return "rgb";
    }

    @Override
    public void check(RecordedCase recorded, Findings findings) throws Exception {
        RgbImage image = recorded.picture();
        JsonNode expect = recorded.expect();
        findings.same("width", image.width(), expect.path("size").path(0).asInt());
        findings.same("height", image.height(), expect.path("size").path(1).asInt());
        findings.same("sha256", image.sha256(), expect.path("sha256").asText());
        if (expect.has("first")) {
            findings.same("first", image.rgb(0, 0), colour(expect.path("first")));
            findings.same(
                    "last",
                    image.rgb(image.width() - 1, image.height() - 1),
                    colour(expect.path("last")));
        }
    }

    private static int colour(JsonNode rgb) {
        return (rgb.path(0).asInt() << 16) | (rgb.path(1).asInt() << 8) | rgb.path(2).asInt();
    }
}
