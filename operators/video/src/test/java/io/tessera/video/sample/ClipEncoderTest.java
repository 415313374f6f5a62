/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tessera.contract.failure.Code;
import io.tessera.contract.failure.InputFailure;
import io.tessera.contract.input.Progress;
import io.tessera.contract.option.Options;
import io.tessera.v1.DecodeHealth;
import io.tessera.v1.InputPlan;
import io.tessera.v1.UnitSpec;
import io.tessera.video.MemoryBytes;
import io.tessera.video.VideoSource;
import io.tessera.video.sample.ClipEncoder.Codec;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClipEncoderTest {
    @ParameterizedTest
    @EnumSource(Codec.class)
    void aClipReadsWholeAndIsTheSameEachTime(Codec codec) throws Exception {
        byte[] clip = Scenes.clip(codec, 160, 96, 10, 20, 75);
        assertThat(Scenes.clip(codec, 160, 96, 10, 20, 75)).isEqualTo(clip);
        try (VideoSource video = open(clip)) {
            InputPlan plan = video.plan(Progress.NONE);
            assertThat(plan.getMissing()).isEmpty();
            assertThat(plan.getWarnings()).isEmpty();
            assertThat(plan.getVideo().getFramesExpected()).isEqualTo(75);
            assertThat(plan.getVideo().getKeyframes()).isBetween(4L, 6L);
            assertThat(plan.getVideo().getDurationMicros()).isEqualTo(7_500_000);
            DecodeHealth health = walk(video, plan);
            assertThat(health.getFramesDecoded()).isEqualTo(health.getFramesExpected());
            assertThat(health.getFramesFlagged()).isZero();
        }
    }

    @Test
    void aClipThatIsCutOffSaysWhatIsMissing() throws Exception {
        byte[] clip = Damage.cutOff(Scenes.clip(Codec.H264, 160, 96, 10, 20, 75), 0.9);
        try (VideoSource video = open(clip)) {
            InputPlan plan = video.plan(Progress.NONE);
            assertThat(plan.getVideo().getFramesExpected()).isBetween(1L, 74L);
            assertThat(plan.getMissing().toString()).contains("index lists 75 samples");
        }
    }

    @Test
    void aClipWithoutItsIndexCannotBeOpened() {
        byte[] clip = Damage.cutOff(Scenes.clip(Codec.H264, 160, 96, 10, 20, 75), 0.0005);
        assertThatThrownBy(() -> open(clip))
                .isInstanceOfSatisfying(
                        InputFailure.class,
                        failure -> assertThat(failure.code()).isEqualTo(Code.UNREADABLE));
    }

    @Test
    void flippedBitsShowInTheCounts() throws Exception {
        byte[] clip = Damage.flipBits(Scenes.clip(Codec.H264, 160, 96, 10, 20, 75), 60, 1);
        try (VideoSource video = open(clip)) {
            DecodeHealth health = walk(video, video.plan(Progress.NONE));
            long wrong =
                    health.getFramesFlagged()
                            + health.getFramesExpected()
                            - health.getFramesDecoded();
            assertThat(wrong).isPositive();
        }
    }

    private static VideoSource open(byte[] clip) throws InputFailure {
        Options options = Options.parse(Map.of("sample", "uniform:1000", "limit.frames", "1000"));
        return VideoSource.open(new MemoryBytes(clip), options, Progress.NONE);
    }

    private static DecodeHealth walk(VideoSource video, InputPlan plan) throws InputFailure {
        UnitSpec only = plan.getUnits().get(0);
        assertThat(plan.getUnits()).hasSize(1);
        return video.walk(only.getChunk(), 0, frame -> {}, Progress.NONE);
    }
}
