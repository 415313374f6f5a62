/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.tessera.video.sample.ClipEncoder.Codec;
import io.tessera.video.sample.Scenes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VideoBenchTest {
    @TempDir Path folder;

    @Test
    void measuresEveryPlanWithoutAnyPeer() throws Exception {
        Path clip = folder.resolve("clip.mp4");
        Files.write(clip, Scenes.clip(Codec.H264, 160, 96, 10, 20, 60));
        List<Measure> measures = new VideoBench(clip, Set.of(), note -> {}).run();
        assertThat(measures)
                .extracting(Measure::name)
                .containsExactly("video/uniform16", "video/fps1", "video/keyframes", "video/sheet");
        assertThat(measures).allMatch(measure -> measure.value() > 0);
        assertThat(measures).allMatch(measure -> measure.ratio().isEmpty());
    }

    @Test
    void theRatioIsOursOverThePeers() {
        assertThat(new Measure("video/fps1", 50, "decord", 100, 0.1).ratio()).hasValue(0.5);
    }
}
