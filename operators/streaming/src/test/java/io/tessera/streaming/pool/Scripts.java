/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.pool;

import io.tessera.contract.identity.Identity;
import io.tessera.contract.option.Options;
import io.tessera.streaming.pool.WorkerPool.Planned;
import io.tessera.streaming.pool.WorkerPool.SpooledInput;
import io.tessera.streaming.pool.WorkerPool.UnitResult;
import io.tessera.v1.Kind;
import io.tessera.v1.UnitSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Inputs that tell mock workers what to do, and pools of such workers. */
final class Scripts {
    private static final long PATIENCE_SECONDS = 120;

    private final Path folder;
    private int count;

    Scripts(Path folder) {
        this.folder = folder;
    }

    /** An input with the given lines. */
    SpooledInput input(String... lines) throws IOException {
        return input(Map.of(), lines);
    }

    SpooledInput input(Map<String, String> options, String... lines) throws IOException {
        String name = "input-" + ++count;
        Path file = folder.resolve(name);
        Files.writeString(file, String.join("\n", lines));
        return new SpooledInput(name, Kind.DOCUMENT, file, Options.parse(options), null);
    }

    static SpooledInput withPassword(SpooledInput input, String password) {
        return new SpooledInput(
                input.inputId(), input.kind(), input.file(), input.options(), password);
    }

    static UnitSpec page(int page) {
        return UnitSpec.newBuilder()
                .setUnit(Identity.pageUnit(page))
                .setIndex(page - 1)
                .setPage(page)
                .build();
    }

    static PoolSettings settings(int workers) {
        return settings(workers, MockWorkerMain.class, 512L << 20, 500);
    }

    static PoolSettings settings(int workers, Class<?> main, long budget, int recycleUnits) {
        WorkerCommand standard = WorkerCommand.of(Options.DEFAULTS);
        return new PoolSettings(
                workers,
                new WorkerCommand(
                        standard.classPath(),
                        main.getName(),
                        64L << 20,
                        standard.addressSpaceBytes(),
                        true,
                        List.of("-XX:TieredStopAtLevel=1")),
                budget,
                recycleUnits,
                512L << 20,
                Duration.ofSeconds(60),
                Duration.ofSeconds(60));
    }

    static Planned planned(CompletionStage<Planned> stage) throws Exception {
        return stage.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    static UnitResult read(CompletionStage<UnitResult> stage) throws Exception {
        return stage.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
