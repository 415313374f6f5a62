/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.pool;

import static io.tessera.streaming.pool.Scripts.page;
import static io.tessera.streaming.pool.Scripts.planned;
import static io.tessera.streaming.pool.Scripts.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.tessera.streaming.pool.WorkerPool.Planned;
import io.tessera.streaming.pool.WorkerPool.SpooledInput;
import io.tessera.streaming.pool.WorkerPool.UnitResult;
import io.tessera.v1.InputState;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a worker says that breaks a rule ends it and is never believed. */
class BrokenWorkerTest {
    @TempDir Path folder;

    @Test
    void takesEveryBrokenRuleForACrash() throws Exception {
        Map<String, String> plans = new LinkedHashMap<>();
        plans.put("wrong crc", "CRC-32C of a PROGRESS frame does not match");
        plans.put("unknown type", "unknown frame type 77");
        plans.put("range", "range out of bounds");
        plans.put("path", "name of unit 0");
        plans.put("order", "expected a plan");
        Scripts scripts = new Scripts(folder);
        Map<String, CompletionStage<Planned>> stages = new LinkedHashMap<>();
        PoolSettings settings = Scripts.settings(2, BrokenWorkerMain.class, 512L << 20, 500);
        try (ProcessWorkerPool pool = new ProcessWorkerPool(settings)) {
            for (String lie : plans.keySet()) {
                SpooledInput input = scripts.input(Map.of("prompt", lie), "any");
                stages.put(lie, pool.plan(input));
            }
            CompletionStage<UnitResult> place = readWith(pool, scripts, "place");
            CompletionStage<UnitResult> name = readWith(pool, scripts, "name");
            for (Map.Entry<String, CompletionStage<Planned>> each : stages.entrySet()) {
                Planned planned = planned(each.getValue());
                assertThat(planned.plan().getState()).as(each.getKey()).isEqualTo(InputState.CRASH);
                assertThat(planned.plan().getReason()).contains(plans.get(each.getKey()));
                assertThat(planned.attempts()).isEqualTo(2);
            }
            assertThat(read(place).reading().getReason()).contains("place of an image");
            assertThat(read(name).reading().getReason()).contains("name of an image");
            assertThat(pool.counters().regionBytes()).isZero();
        }
    }

    private static CompletionStage<UnitResult> readWith(
            ProcessWorkerPool pool, Scripts scripts, String lie) throws Exception {
        return pool.read(scripts.input(Map.of("prompt", lie), "any"), page(1));
    }
}
