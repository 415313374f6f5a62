/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.pool;

import static io.tessera.streaming.pool.Scripts.page;
import static io.tessera.streaming.pool.Scripts.planned;
import static io.tessera.streaming.pool.Scripts.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tessera.contract.option.Options;
import io.tessera.streaming.pool.WorkerPool.SpooledInput;
import io.tessera.streaming.pool.WorkerPool.UnitResult;
import io.tessera.v1.InputState;
import io.tessera.v1.RegionImage;
import io.tessera.v1.UnitState;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How workers come and go, with real child processes. */
class PoolLifeTest {
    @TempDir Path folder;
    private Scripts scripts;

    @BeforeEach
    void open() {
        scripts = new Scripts(folder);
    }

    @Test
    void readsTwoInputsAtOnce() throws Exception {
        Path mark = folder.resolve("mark");
        try (ProcessWorkerPool pool = new ProcessWorkerPool(Scripts.settings(2))) {
            CompletionStage<UnitResult> waits =
                    pool.read(scripts.input("page.1=until " + mark), page(1));
            CompletionStage<UnitResult> marks =
                    pool.read(scripts.input("page.1=first " + mark), page(1));
            try (UnitResult one = read(waits);
                    UnitResult two = read(marks)) {
                assertThat(one.attempts() + two.attempts()).isEqualTo(2);
                assertThat(one.worker()).isNotEqualTo(two.worker());
            }
        }
    }

    @Test
    void goesOnWithAnInputWithoutOpeningItAgainAndRecyclesItsWorker() throws Exception {
        SpooledInput once = scripts.input("pages=4", "open=first " + folder.resolve("mark"));
        SpooledInput many = scripts.input("pages=9");
        PoolSettings settings = Scripts.settings(1, MockWorkerMain.class, 512L << 20, 5);
        try (ProcessWorkerPool pool = new ProcessWorkerPool(settings)) {
            planned(pool.plan(once));
            assertThat(workers(pool, once, 4)).hasSize(1);
            assertThat(pool.counters().crashes()).isZero();
            assertThat(workers(pool, many, 9)).hasSize(3);
            assertThat(pool.counters().recycled()).isEqualTo(2);
            assertThat(pool.counters().crashes()).isZero();
        }
    }

    private static Set<String> workers(ProcessWorkerPool pool, SpooledInput input, int pages)
            throws Exception {
        Set<String> workers = new HashSet<>();
        for (int page = 1; page <= pages; page++) {
            try (UnitResult result = read(pool.read(input, page(page)))) {
                assertThat(result.attempts()).isOne();
                workers.add(result.worker());
            }
        }
        return workers;
    }

    @Test
    void delaysReadsUntilARegionIsGivenBack() throws Exception {
        long budget = PoolSettings.windowBytes(2) + (3 << 20);
        Map<String, String> regions = Map.of("limit.region", "2m");
        PoolSettings settings = Scripts.settings(2, MockWorkerMain.class, budget, 500);
        try (ProcessWorkerPool pool = new ProcessWorkerPool(settings)) {
            UnitResult held = read(pool.read(scripts.input(regions, "width=800"), page(1)));
            RegionImage image = held.reading().getImages().get(0);
            CompletionStage<UnitResult> waits =
                    pool.read(scripts.input(regions, "pages=1"), page(1));
            // Plans need no region: that one ends shows that the worker is free.
            planned(pool.plan(scripts.input("pages=1")));
            assertThat(waits.toCompletableFuture()).isNotDone();
            assertThat(pool.counters().queued()).isOne();
            assertThat(held.region().bytesOf(image).get(800)).isEqualTo((byte) 1);
            held.close();
            held.close();
            try (UnitResult next = read(waits)) {
                assertThat(next.reading().getState()).isEqualTo(UnitState.RECOGNISED);
            }
            assertThatThrownBy(() -> held.region().bytesOf(image))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(pool.counters().regionBytes()).isZero();
        }
    }

    @Test
    void refusesARegionThatTheBudgetCanNeverHold() throws Exception {
        PoolSettings settings = Scripts.settings(1, MockWorkerMain.class, 4 << 20, 500);
        try (ProcessWorkerPool pool = new ProcessWorkerPool(settings)) {
            assertThatThrownBy(() -> read(pool.read(scripts.input("pages=1"), page(1))))
                    .hasCauseInstanceOf(WorkersUnavailable.class)
                    .hasMessageContaining("regions.budget");
        }
    }

    @Test
    void noticesAFileThatShrinksWhileItIsRead() throws Exception {
        Path opened = folder.resolve("opened");
        Path shrunk = folder.resolve("shrunk");
        SpooledInput input = scripts.input("open=first " + opened, "plan=until " + shrunk, "---");
        Files.write(input.file(), new byte[3 << 20], StandardOpenOption.APPEND);
        try (ProcessWorkerPool pool = new ProcessWorkerPool(Scripts.settings(1));
                FileChannel file = FileChannel.open(input.file(), StandardOpenOption.WRITE)) {
            CompletionStage<WorkerPool.Planned> planned = pool.plan(input);
            await(() -> Files.exists(opened));
            file.truncate(1 << 20);
            Files.createFile(shrunk);
            assertThat(planned(planned).plan().getState()).isEqualTo(InputState.CLAIM_MISMATCH);
            assertThat(planned(planned).plan().getCode()).isEqualTo("LENGTH_MISMATCH");
            assertThat(planned(pool.plan(scripts.input("pages=1"))).plan().getState()).isNull();
            assertThat(pool.counters().crashes()).isZero();
        }
    }

    @Test
    void failsWithTheFileSystemsErrorWhereTheSpooledFileIsGone() throws Exception {
        SpooledInput input = scripts.input("pages=1");
        Files.delete(input.file());
        try (ProcessWorkerPool pool = new ProcessWorkerPool(Scripts.settings(1))) {
            assertThatThrownBy(() -> planned(pool.plan(input)))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(IOException.class);
            assertThat(planned(pool.plan(scripts.input("pages=1"))).plan().getState()).isNull();
            assertThat(pool.counters().started()).isOne();
        }
    }

    @Test
    void neverBlamesAnInputForWorkersThatDoNotStart() throws Exception {
        WorkerCommand command =
                new WorkerCommand(
                        "no-such-jar", "no.such.Main", 64L << 20, 3L << 30, false, List.of());
        PoolSettings settings =
                new PoolSettings(
                        1,
                        command,
                        512L << 20,
                        500,
                        512L << 20,
                        Duration.ofSeconds(20),
                        Duration.ZERO);
        try (ProcessWorkerPool pool = new ProcessWorkerPool(settings)) {
            assertThatThrownBy(() -> planned(pool.plan(scripts.input("pages=1"))))
                    .hasCauseInstanceOf(WorkersUnavailable.class)
                    .hasMessageContaining("no.such.Main");
            assertThat(pool.counters().startFailures()).isPositive();
        }
    }

    @Test
    void endsEverythingWithinTwoSecondsAndLeavesNothingBehind() throws Exception {
        closedWhileWorking(); // What is loaded once stays.
        long files = openFiles();
        Set<Path> scratch = scratchFolders();
        closedWhileWorking();
        await(() -> openFiles() <= files);
        await(() -> ProcessHandle.current().children().findAny().isEmpty());
        await(() -> poolThreads().isEmpty());
        assertThat(scratchFolders()).isEqualTo(scratch);
    }

    private void closedWhileWorking() throws Exception {
        ProcessWorkerPool pool = new ProcessWorkerPool(Scripts.settings(2));
        Path mark = folder.resolve("at-work");
        CompletionStage<UnitResult> hangs =
                pool.read(scripts.input("page.1=once " + mark + " hang"), page(1));
        CompletionStage<UnitResult> waits =
                pool.read(scripts.input("page.1=until " + folder.resolve("never")), page(1));
        await(() -> Files.exists(mark));
        long start = System.nanoTime();
        pool.close();
        pool.close();
        assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(2));
        for (CompletionStage<UnitResult> each : List.of(hangs, waits)) {
            assertThatThrownBy(() -> read(each)).hasCauseInstanceOf(WorkersUnavailable.class);
        }
        assertThatThrownBy(() -> planned(pool.plan(scripts.input("pages=1"))))
                .hasCauseInstanceOf(WorkersUnavailable.class);
        Files.delete(mark);
    }

    @Test
    void leavesNoWorkerBehindAKilledParentAndRemovesItsFoldersLater() throws Exception {
        Path mark = folder.resolve("mark");
        SpooledInput input = scripts.input("plan=once " + mark + " burn");
        Process parent =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                PoolParentMain.class.getName(),
                                input.file().toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        Set<Path> before = scratchFolders();
        await(() -> Files.exists(mark));
        List<ProcessHandle> workers = parent.descendants().toList();
        assertThat(workers).isNotEmpty();
        parent.destroyForcibly();
        // Two seconds at most on a machine that is not overloaded; burning would go on for ever.
        await(() -> workers.stream().noneMatch(ProcessHandle::isAlive));
        new ProcessWorkerPool(Scripts.settings(1)).close();
        assertThat(before).containsAll(scratchFolders());
    }

    @Test
    void stillReadsThroughOptionsOfTheStandardWorker() {
        PoolSettings settings = PoolSettings.of(3, Options.DEFAULTS);
        assertThat(settings.workers()).isEqualTo(4);
        assertThat(settings.regionBudgetBytes()).isEqualTo(512L << 20);
        assertThat(settings.recycleUnits()).isEqualTo(500);
        assertThat(settings.command().heapBytes()).isEqualTo(384L << 20);
        assertThat(settings.command().addressSpaceBytes()).isEqualTo(3L << 30);
    }

    private static void await(BooleanSupplier condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited 60 s").isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private static long openFiles() {
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return files.count();
        } catch (IOException e) {
            return 0;
        }
    }

    private static List<String> poolThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("tessera-") || name.startsWith("worker-"))
                .toList();
    }

    private static Set<Path> scratchFolders() throws IOException {
        Set<Path> found = new HashSet<>();
        for (Path parent : List.of(Path.of("/dev/shm"), Path.of("/tmp"))) {
            try (Stream<Path> folders = Files.list(parent)) {
                folders.filter(each -> each.getFileName().toString().startsWith("tessera-workers-"))
                        .forEach(found::add);
            }
        }
        return found;
    }
}
