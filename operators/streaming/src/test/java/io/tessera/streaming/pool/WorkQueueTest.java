/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.tessera.streaming.pool.WorkerPool.SpooledInput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkQueueTest {
    private static final long REGION = 1 << 20;

    @TempDir Path folder;
    private Scripts scripts;
    private RegionBudget budget;
    private WorkQueue queue;

    @BeforeEach
    void open() {
        scripts = new Scripts(folder);
        budget = new RegionBudget(folder, 20 * REGION, () -> queue.retry());
        queue = new WorkQueue(budget);
    }

    private SpooledInput input() throws Exception {
        return scripts.input(Map.of("limit.region", Long.toString(REGION)), "any");
    }

    private void addUnits(SpooledInput input, int count) {
        for (int page = 1; page <= count; page++) {
            assertThat(queue.add(new UnitWork(input, Scripts.page(page)))).isTrue();
        }
    }

    private Work take(WorkQueue.Taker taker) throws InterruptedException {
        return queue.take(taker, 1).orElseThrow();
    }

    private void finish(WorkQueue.Taker taker, Work work) {
        queue.done(taker, work.input());
        if (work instanceof UnitWork) {
            budget.giveBack(REGION);
        }
    }

    @Test
    void staysWithAnInputForARunThenTurnsToOneThatNobodyReads() throws Exception {
        SpooledInput one = input();
        SpooledInput two = input();
        addUnits(one, 20);
        addUnits(two, 4);
        WorkQueue.Taker taker = new WorkQueue.Taker();
        List<SpooledInput> order = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            Work work = take(taker);
            order.add(work.input());
            finish(taker, work);
        }
        assertThat(order.subList(0, 8)).containsOnly(one);
        assertThat(order.subList(8, 12)).containsOnly(two);
        assertThat(order.subList(12, 16)).containsOnly(one);
    }

    @Test
    void givesTwoWorkersTwoInputs() throws Exception {
        addUnits(input(), 4);
        addUnits(input(), 4);
        Work first = take(new WorkQueue.Taker());
        Work second = take(new WorkQueue.Taker());
        assertThat(second.input()).isNotEqualTo(first.input());
    }

    @Test
    void plansFirstButNotTwiceInARowWhileUnitsWait() throws Exception {
        addUnits(input(), 4);
        for (int i = 0; i < 3; i++) {
            queue.add(new PlanWork(input()));
        }
        WorkQueue.Taker taker = new WorkQueue.Taker();
        List<Class<?>> order = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            Work work = take(taker);
            order.add(work.getClass());
            finish(taker, work);
        }
        assertThat(order)
                .containsExactly(
                        PlanWork.class,
                        UnitWork.class,
                        PlanWork.class,
                        UnitWork.class,
                        PlanWork.class,
                        UnitWork.class,
                        UnitWork.class);
    }

    @Test
    void leavesAUnitToTheIdleWorkerThatHasItsInputOpen() throws Exception {
        SpooledInput input = input();
        addUnits(input, 1);
        WorkQueue.Taker home = new WorkQueue.Taker();
        finish(home, take(home));
        CompletableFuture<Optional<Work>> atHome = waiting(home);
        CompletableFuture<Optional<Work>> away = waiting(new WorkQueue.Taker());
        addUnits(input, 1);
        assertThat(atHome.get(10, TimeUnit.SECONDS)).isPresent();
        assertThat(away).isNotDone();
        addUnits(input, 1);
        assertThat(away.get(10, TimeUnit.SECONDS)).isPresent();
    }

    private CompletableFuture<Optional<Work>> waiting(WorkQueue.Taker taker) {
        CompletableFuture<Optional<Work>> taken = new CompletableFuture<>();
        Thread thread =
                new Thread(
                        () -> {
                            try {
                                taken.complete(queue.take(taker, 20_000));
                            } catch (InterruptedException e) {
                                taken.completeExceptionally(e);
                            }
                        });
        thread.setDaemon(true);
        thread.start();
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        return taken;
    }

    @Test
    void holdsUnitsBackWhileTheBudgetIsUsedUpButPlansOn() throws Exception {
        addUnits(input(), 21);
        for (int i = 0; i < 20; i++) {
            take(new WorkQueue.Taker());
        }
        assertThat(queue.take(new WorkQueue.Taker(), 1)).isEmpty();
        queue.add(new PlanWork(input()));
        assertThat(take(new WorkQueue.Taker())).isInstanceOf(PlanWork.class);
        budget.giveBack(REGION);
        assertThat(take(new WorkQueue.Taker())).isInstanceOf(UnitWork.class);
    }

    @Test
    void forgetsWorkThatNobodyWantsAnyMore() throws Exception {
        UnitWork given = new UnitWork(input(), Scripts.page(1));
        queue.add(given);
        given.result().cancel(false);
        assertThat(queue.take(new WorkQueue.Taker(), 1)).isEmpty();
        assertThat(queue.waiting()).isZero();
    }

    @Test
    void failsWhatWaitsWhenItIsClosed() throws Exception {
        UnitWork waiting = new UnitWork(input(), Scripts.page(1));
        queue.add(waiting);
        queue.close(new WorkersUnavailable("closed", null));
        assertThat(waiting.result()).isCompletedExceptionally();
        assertThat(queue.add(waiting)).isFalse();
    }
}
