/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.verify;

import com.fasterxml.jackson.databind.JsonNode;
import io.tessera.imaging.resample.Filter;
import io.tessera.imaging.resample.Resampler;

/** A picture at another size. */
final class ResampleKind implements CaseKind {
    private final Resampler resampler = new Resampler();

    @Override
    public String kind() {
        return "resample";
    }

    @Override
    public void check(RecordedCase recorded, Findings findings) throws Exception {
        JsonNode size = recorded.json().path("size");
        String filter = recorded.json().path("filter").asText();
        Filter kernel =
                switch (filter) {
                    case "bilinear" -> Filter.BILINEAR;
                    case "bicubic" -> Filter.BICUBIC;
                    default -> throw new CannotCheck("no filter " + filter);
                };
        String got =
                resampler
                        .resize(
                                recorded.picture(),
                                size.path(0).asInt(),
                                size.path(1).asInt(),
                                kernel)
                        .sha256();
        findings.same("sha256", got, recorded.expect().path("sha256").asText());
    }
}
