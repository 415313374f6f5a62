/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.tessera.contract.failure.InputFailure;
import io.tessera.contract.input.Progress;
import io.tessera.v1.DecodeHealth;
import io.tessera.v1.InputPlan;
import io.tessera.v1.UnitSpec;
import io.tessera.v1.VideoProbe;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every shared clip comes to when all of its frames are asked for. */
class MediaTableTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    av1_video.mkv                              | matroska av1 640x360 r0 audio=false 5.000 s packets=125 keys=1 chunks=1     | 125 125 0
                    bottle-detection.mp4                       | mov h264 640x360 r0 audio=false 39.855 s packets=1189 keys=5 chunks=2       | 1189 1189 0
                    car-detection.mp4                          | mov h264 768x432 r0 audio=true 30.160 s packets=377 keys=7 chunks=1         | 377 377 0
                    flipping_a_pancake.mkv                     | matroska h264 426x240 r0 audio=true 10.333 s packets=310 keys=3 chunks=1    | 310 310 0
                    h265_video.mp4                             | mov hevc 128x128 r0 audio=false 1.000 s packets=10 keys=5 chunks=1          | 10 10 0
                    long_1080p_lowbitrate.mp4                  | mov h264 1920x1080 r0 audio=true 362.767 s packets=10883 keys=44 chunks=13  | 10883 10883 0
                    nasa_13013.mp4                             | mov h264 480x270 r0 audio=true 13.013 s packets=390 keys=2 chunks=1         | 390 390 0
                    one-by-one-person-detection.mp4            | mov h264 768x432 r0 audio=false 139.400 s packets=1394 keys=140 chunks=5    | 1394 1394 0
                    rotated_270.mp4                            | mov h264 720x1280 r270 audio=true 4.972 s packets=149 keys=5 chunks=1       | 149 149 0
                    sample_h264.ts                             | mpegts h264 854x480 r0 audio=false 1.000 s packets=30 keys=3 chunks=1       | 30 30 0
                    sample_vvc.mp4                             | mov vvc 320x180 r0 audio=false 5.000 s packets=120 keys=5 chunks=1          | 120 120 0
                    sample_with_increasing_timestamps_360p.mp4 | mov h264 640x360 r0 audio=true 17.063 s packets=512 keys=3 chunks=1         | 512 512 0
                    sample_without_stss.mp4                    | mov h264 1080x720 r0 audio=false 1.001 s packets=30 keys=30 chunks=1        | 30 30 0
                    damaged/BA_MW_D_P_LOST.264                 | h264 h264 176x144 r0 audio=false 3.960 s packets=99 keys=4 chunks=1         | 99 99 0
                    damaged/corrupted.mp4                      | mov h264 1280x720 r0 audio=false 5.000 s packets=50 keys=1 chunks=1         | 50 49 1
                    damaged/invalid-bitstream.webm             | matroska vp9 320x240 r0 audio=false 1.960 s packets=51 keys=18 chunks=1     | 43 0 0
                    damaged/sample_with_invalid_nalu.mp4       | mov h264 1080x720 r0 audio=false 1.001 s packets=30 keys=1 chunks=1         | 30 29 0
                    damaged/sample_malformed_free_box.mp4      | CORRUPT UNREADABLE                                                          | -
                    """)
    void comesTo(String clip, String planned, String counts) throws Exception {
        Path file = SharedMedia.clip(clip);
        Map<String, String> all = Map.of("sample", "uniform:100000", "limit.frames", "100000");
        try (VideoSource video = SharedMedia.open(file, all)) {
            InputPlan plan = video.plan(Progress.NONE);
            assertThat(describe(plan)).isEqualTo(planned);
            assertThat(plan.getMissing()).isEmpty();
            assertThat(plan.getWarnings())
                    .allMatch(w -> clip.contains("invalid-bitstream"), "only of a damaged clip");
            long expected = 0;
            long decoded = 0;
            long flagged = 0;
            for (UnitSpec unit : plan.getUnits()) {
                DecodeHealth health = video.walk(unit.getChunk(), 0, frame -> {}, Progress.NONE);
                expected += health.getFramesExpected();
                decoded += health.getFramesDecoded();
                flagged += health.getFramesFlagged();
            }
            assertThat("%d %d %d".formatted(expected, decoded, flagged)).isEqualTo(counts);
        } catch (InputFailure failure) {
            assertThat(failure.state() + " " + failure.code()).isEqualTo(planned);
        }
    }

    private static String describe(InputPlan plan) {
        VideoProbe video = plan.getVideo();
        return "%s %s %dx%d r%d audio=%s %.3f s packets=%d keys=%d chunks=%d"
                .formatted(
                        video.getContainer(),
                        video.getCodec(),
                        video.getWidth(),
                        video.getHeight(),
                        video.getRotation(),
                        video.getHasAudio(),
                        video.getDurationMicros() / 1e6,
                        video.getPackets(),
                        video.getKeyframes(),
                        plan.getUnits().size());
    }
}
