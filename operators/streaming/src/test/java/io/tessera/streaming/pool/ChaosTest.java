/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.pool;

import static io.tessera.streaming.pool.Scripts.page;
import static io.tessera.streaming.pool.Scripts.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.tessera.streaming.pool.WorkerPool.SpooledInput;
import io.tessera.streaming.pool.WorkerPool.UnitResult;
import io.tessera.v1.UnitState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad inputs among good ones: each gets its own end, and no good one suffers for a bad one. */
class ChaosTest {
    private static final Map<String, String> DEADLINES = Map.of("limit.unit-time", "500ms");
    private static final List<String> BAD = List.of("segv", "oom", "hang", "exit 9", "overflow");
    private static final Map<String, String> CODES = Map.of("oom", "OOM", "hang", "TIMEOUT");

    @TempDir Path folder;

    @Test
    void endsEveryUnitAndLetsNoGoodOneSuffer() throws Exception {
        long seed = 42;
        Random random = new Random(seed);
        Scripts scripts = new Scripts(folder);
        List<String> deeds = new ArrayList<>();
        List<CompletionStage<UnitResult>> stages = new ArrayList<>();
        try (ProcessWorkerPool pool = new ProcessWorkerPool(Scripts.settings(2))) {
            for (int i = 0; i < 60; i++) {
                String deed = i % 12 == 5 ? BAD.get(random.nextInt(BAD.size())) : "";
                SpooledInput input =
                        deed.equals("hang")
                                ? scripts.input(DEADLINES, "page.1=" + deed)
                                : scripts.input("page.1=" + deed);
                deeds.add(deed);
                stages.add(pool.read(input, page(1)));
            }
            for (int i = 0; i < stages.size(); i++) {
                String deed = deeds.get(i);
                try (UnitResult result = read(stages.get(i))) {
                    String as = "seed %d, unit %d: %s".formatted(seed, i, deed);
                    if (deed.isEmpty()) {
                        assertThat(result.reading().getState())
                                .as(as)
                                .isEqualTo(UnitState.RECOGNISED);
                        assertThat(result.attempts()).as(as).isOne();
                    } else {
                        assertThat(result.reading().getCode())
                                .as(as)
                                .isEqualTo(CODES.getOrDefault(deed, "CRASH"));
                        assertThat(result.attempts()).as(as).isEqualTo(2);
                    }
                }
            }
            PoolCounters counters = pool.counters();
            assertThat(counters.read()).isEqualTo(60);
            assertThat(counters.queued() + counters.busy()).isZero();
            assertThat(counters.regionBytes()).isZero();
        }
    }
}
