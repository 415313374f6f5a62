/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.tessera.contract.option.Options;
import io.tessera.v1.ChunkSpec;
import io.tessera.v1.UnitSpec;
import io.tessera.video.container.TimeBase;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ChunkPlannerTest {
    private static final TimeBase MILLIS = new TimeBase(1, 1000);

    @Test
    void chunksCountFromTheFirstFrameAndCoverAll() throws Exception {
        List<UnitSpec> units = units(frames(10_000, 100, 700), Map.of("chunk", "30s"));
        assertThat(units)
                .extracting(unit -> unit.getUnit())
                .containsExactly(
                        "chunk/000000000000000-000000030000000",
                        "chunk/000000030000000-000000060000000",
                        "chunk/000000060000000-000000070000000");
        assertThat(units).extracting(unit -> unit.getIndex()).containsExactly(0, 1, 2);
        assertThat(units)
                .extracting(unit -> unit.getChunk().getFramesExpected())
                .containsExactly(300L, 300L, 100L);
        assertThat(units.get(0).getChunk().getFirstPts()).isEqualTo(10_000);
    }

    @Test
    void aRemainderUnderASecondJoinsTheChunkBefore() throws Exception {
        List<UnitSpec> units = units(frames(0, 100, 609), Map.of("chunk", "30s"));
        assertThat(units)
                .extracting(unit -> unit.getUnit())
                .containsExactly(
                        "chunk/000000000000000-000000030000000",
                        "chunk/000000030000000-000000060900000");
        assertThat(units(frames(0, 100, 610), Map.of("chunk", "30s"))).hasSize(3);
    }

    @Test
    void aStretchWithoutFramesMakesNoChunk() throws Exception {
        long[] times = {0, 1000, 2000, 3_600_000_000L, 3_600_001_000L};
        List<UnitSpec> units = units(times, Map.of("chunk", "10s"));
        assertThat(units).hasSize(2);
        assertThat(units.get(0).getChunk().getEndMicros())
                .isEqualTo(units.get(1).getChunk().getStartMicros());
        assertThat(units.get(1).getChunk().getFramesExpected()).isEqualTo(2);
    }

    @Test
    void samplesAreThoseOnScreenAtTheTimesOfTheRule() throws Exception {
        long[] times = frames(0, 100, 100);
        assertThat(targets(times, "uniform:4")).containsExactly(1200L, 3700L, 6200L, 8700L);
        assertThat(targets(times, "fps:0.5")).containsExactly(0L, 2000L, 4000L, 6000L, 8000L);
        assertThat(targets(times, "every:3s")).containsExactly(0L, 3000L, 6000L, 9000L);
        assertThat(targets(times, "keyframes")).containsExactly(0L, 5000L);
        assertThat(targets(times, "family")).hasSize(16);
        // Of a picture that stays for long, the one on screen is taken, once.
        long[] still = {0, 100, 200, 9000};
        assertThat(targets(still, "fps:1")).containsExactly(0L, 200L, 9000L);
        assertThat(targets(still, "uniform:16")).containsExactly(0L, 100L, 200L, 9000L);
    }

    @Test
    void moreTargetsThanTheLimitAreThinnedEvenlyWithAWarning() throws Exception {
        Options options =
                Options.parse(Map.of("sample", "fps:10", "limit.frames", "8", "chunk", "5s"));
        ChunkPlanner planner = new ChunkPlanner(timeline(frames(0, 100, 100)), MILLIS, options);
        List<UnitSpec> units = planner.units();
        assertThat(units).allMatch(unit -> unit.getChunk().getTargets().size() == 8);
        assertThat(units.get(0).getChunk().getTargets())
                .containsExactly(300L, 900L, 1500L, 2100L, 2800L, 3400L, 4000L, 4600L);
        assertThat(planner.warnings())
                .containsExactly(
                        "sampling asked for up to 50 frames a chunk; 2 chunks were thinned evenly"
                                + " to 8 (limit.frames)");
    }

    @Test
    void eachTargetNamesTheKeyFrameBeforeIt() throws Exception {
        ChunkSpec chunk =
                units(frames(0, 100, 100), Map.of("sample", "every:3s")).get(0).getChunk();
        assertThat(chunk.getTargets()).containsExactly(0L, 3000L, 6000L, 9000L);
        assertThat(chunk.getKeys()).containsExactly(0L, 0L, 5000L, 5000L);
        assertThat(chunk.getSeekPts()).isZero();
    }

    private static List<Long> targets(long[] times, String rule) throws Exception {
        return units(times, Map.of("sample", rule)).get(0).getChunk().getTargets();
    }

    private static List<UnitSpec> units(long[] times, Map<String, String> options)
            throws Exception {
        return new ChunkPlanner(timeline(times), MILLIS, Options.parse(options)).units();
    }

    private static Timeline timeline(long[] times) {
        return new Timeline(
                times,
                new long[0],
                new long[] {times[0], 5000},
                new long[0],
                times[times.length - 1] + 100);
    }

    private static long[] frames(long first, long step, int count) {
        return LongStream.range(0, count).map(i -> first + i * step).toArray();
    }
}
