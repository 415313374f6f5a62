/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.tessera.models.testing.Recorded;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordedCheckpointsTest {
    @ParameterizedTest
    @CsvSource({
        "xcomposer2d5, XCOMPOSER2D5",
        "xcomposer2-4khd, XCOMPOSER2_4KHD",
        "xcomposer2-vl, XCOMPOSER2",
        "internvl2_5-internlm, INTERNVL2_5",
        "internvl2_5-qwen, INTERNVL2_5",
        "internvl2_5-qwen-small, INTERNVL2_5",
        "internvl2_5-qwen-small-hf, INTERNVL2_5",
    })
    void holdsExactlyWhatItsShapeDemands(String name, Family family) throws BadCheckpoint {
        Checkpoint checkpoint =
                CheckpointFolder.open(Recorded.folder().resolve("checkpoints").resolve(name));
        assertThat(checkpoint.family()).isEqualTo(family);
        assertThat(Inventory.of(checkpoint))
                .isEqualTo(
                        new Inventory(
                                java.util.List.of(), java.util.List.of(), java.util.List.of()));
    }
}
