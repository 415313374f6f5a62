/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.tessera.contract.input.Progress;
import io.tessera.v1.DecodeHealth;
import io.tessera.v1.InputPlan;
import io.tessera.v1.UnitSpec;
import io.tessera.video.frame.DecodedFrame;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardWalkTest {
    private static final String ALL = "uniform:100000";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "av1_video.mkv",
                "bottle-detection.mp4",
                "flipping_a_pancake.mkv",
                "h265_video.mp4",
                "nasa_13013.mp4",
                "sample_h264.ts",
                "sample_vvc.mp4",
                "sample_with_increasing_timestamps_360p.mp4",
                "sample_without_stss.mp4",
                "damaged/BA_MW_D_P_LOST.264"
            })
    void wantedFramesAreBitEqualToThoseOfAFullDecode(String clip) throws Exception {
        Map<Long, String> full = new HashMap<>();
        DecodeHealth whole = walk(clip, options(ALL, "whole"), 0, full);
        assertThat(whole.getFramesDecoded()).isEqualTo(whole.getFramesExpected());

        for (Map<String, String> options :
                List.of(
                        options("uniform:7", "3s"),
                        options("fps:2", "whole"),
                        options("keyframes", "3s"))) {
            check(clip, options, 0, full);
        }
        check(clip, options("every:700ms", "3s"), 200_000, full);
    }

    private static void check(
            String clip, Map<String, String> options, long step, Map<Long, String> full)
            throws Exception {
        Map<Long, String> some = new HashMap<>();
        DecodeHealth health = walk(clip, options, step, some);
        assertThat(some).as("%s %d", options, step).isNotEmpty();
        assertThat(full).as("%s %d", options, step).containsAllEntriesOf(some);
        assertThat(health.getFramesDecoded()).isEqualTo(health.getFramesExpected());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bottle-detection.mp4", "flipping_a_pancake.mkv", "nasa_13013.mp4"})
    void aChunkReadAloneGivesWhatItGivesInARun(String clip) throws Exception {
        for (long step : new long[] {0, 200_000}) {
            List<String> inARun = new ArrayList<>();
            List<String> alone = new ArrayList<>();
            List<UnitSpec> units;
            try (VideoSource video =
                    SharedMedia.open(SharedMedia.clip(clip), options("uniform:5", "2s"))) {
                units = video.plan(Progress.NONE).getUnits();
                for (UnitSpec unit : units) {
                    inARun.add(chunk(video, unit, step));
                }
            }
            for (int i = units.size() - 1; i >= 0; i--) {
                try (VideoSource video =
                        SharedMedia.open(SharedMedia.clip(clip), options("uniform:5", "2s"))) {
                    alone.add(0, chunk(video, units.get(i), step));
                }
            }
            assertThat(alone).isEqualTo(inARun);
        }
    }

    private static String chunk(VideoSource video, UnitSpec unit, long step) throws Exception {
        Map<Long, String> frames = new TreeMap<>();
        DecodeHealth health =
                video.walk(
                        unit.getChunk(),
                        step,
                        frame -> frames.put(frame.micros(), digest(frame) + frame.sampled()),
                        Progress.NONE);
        return frames + " " + health;
    }

    private static Map<String, String> options(String sample, String chunk) {
        return Map.of("sample", sample, "chunk", chunk, "limit.frames", "100000");
    }

    private static DecodeHealth walk(
            String clip, Map<String, String> options, long step, Map<Long, String> frames)
            throws Exception {
        DecodeHealth sum = new DecodeHealth(0L, 0L, 0L, 0L, 0);
        try (VideoSource video = SharedMedia.open(SharedMedia.clip(clip), options)) {
            InputPlan plan = video.plan(Progress.NONE);
            for (UnitSpec unit : plan.getUnits()) {
                DecodeHealth health =
                        video.walk(
                                unit.getChunk(),
                                step,
                                frame -> frames.put(frame.micros(), digest(frame)),
                                Progress.NONE);
                sum.setFramesExpected(sum.getFramesExpected() + health.getFramesExpected());
                sum.setFramesDecoded(sum.getFramesDecoded() + health.getFramesDecoded());
            }
        }
        return sum;
    }

    private static String digest(DecodedFrame frame) {
        ByteBuffer pixels = ByteBuffer.allocateDirect(frame.width() * frame.height());
        frame.grey(frame.width(), frame.height(), pixels);
        CRC32 sum = new CRC32();
        sum.update(pixels);
        return Long.toHexString(sum.getValue());
    }
}
