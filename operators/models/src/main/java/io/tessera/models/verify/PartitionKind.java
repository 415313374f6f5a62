/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.verify;

import com.fasterxml.jackson.databind.JsonNode;
import io.tessera.imaging.RgbImage;
import io.tessera.imaging.family.Partitions;
import io.tessera.imaging.partition.Cutter;
import io.tessera.imaging.partition.Partition;
import io.tessera.imaging.partition.Pieces;

/** How a picture is cut, or how one of a given size would be. */
final class PartitionKind implements CaseKind {
    private final Cutter cutter = new Cutter();

    @Override
    public String kind() {
        return "partition";
    }

    @Override
    public void check(RecordedCase recorded, Findings findings) throws Exception {
        Partition partition =
                Partitions.of(recorded.json().path("strategy").asText(), recorded.options());
        JsonNode size = recorded.json().path("size");
        if (size.isArray()) {
            PiecesCheck.layout(
                    partition.layout(size.path(0).asInt(), size.path(1).asInt()),
                    recorded.expect(),
                    findings);
            return;
        }
        RgbImage image = recorded.picture();
        Pieces pieces = cutter.cut(image, partition);
        PiecesCheck.layout(pieces.layout(), recorded.expect(), findings);
        PiecesCheck.pixels(pieces, recorded.expect(), findings);
        PiecesCheck.global(recorded, pieces, partition.statistics(), recorded.expect(), findings);
    }
}
