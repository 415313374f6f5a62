/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.pool;

import io.tessera.v1.UnitSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * Workers as child processes. They are started when there is work for them, with one to spare, and
 * replaced when they have done enough, hold too much or end in any abnormal way. A worker that
 * misses a deadline is killed.
 *
 * <p>Starting is in the background: the constructor makes folders only.
 */
public final class ProcessWorkerPool implements WorkerPool {
    private static final long CLOSE_MILLIS = 2000;

    private final PoolSettings settings;
    private final Tally tally = new Tally();
    private final Watchdog watchdog = new Watchdog();
    private final ScratchFolder disk;
    private final ScratchFolder memory;
    private final RegionBudget budget;
    private final WorkQueue queue;
    private final ChildSource children;
    private final List<WorkerThread> threads = new ArrayList<>();
    private boolean closed;

    /**
     * @throws IOException if there is no place for the files that workers share with this process
     */
    public ProcessWorkerPool(PoolSettings settings) throws IOException {
        this.settings = settings;
        long windows = PoolSettings.windowBytes(settings.workers());
        disk = ScratchFolder.onDisk();
        memory = ScratchFolder.inMemory(settings.regionBudgetBytes());
        Path shared = memory.path();
        budget = new RegionBudget(shared, settings.regionBudgetBytes() - windows, this::retry);
        queue = new WorkQueue(budget);
        ChildLauncher launcher =
                new ChildLauncher(
                        settings.command(), disk.path(), shared, watchdog, settings.startTime());
        children = new ChildSource(launcher, tally, settings.patience());
    }

    private void retry() {
        queue.retry();
    }

    @Override
    public CompletionStage<Planned> plan(SpooledInput input) {
        PlanWork work = new PlanWork(input);
        submit(work);
        return work.result();
    }

    @Override
    public CompletionStage<UnitResult> read(SpooledInput input, UnitSpec unit) {
        UnitWork work = new UnitWork(input, unit);
        if (work.regionBytes() > budget.budget()) {
            work.fail(
                    new WorkersUnavailable(
                            "limit.region of %d bytes is beyond the %d of regions.budget; lower one"
                                            .formatted(work.regionBytes(), budget.budget())
                                    + " or raise the other",
                            null));
        } else {
            submit(work);
        }
        return work.result();
    }

    private void submit(Work work) {
        if (queue.add(work)) {
            grow();
        } else {
            work.fail(new WorkersUnavailable("the pool is closed", null));
        }
    }

    private synchronized void grow() {
        int wanted = Math.min(settings.workers(), queue.busy() + queue.waiting() + 1);
        while (!closed && threads.size() < wanted) {
            WorkerThread thread =
                    new WorkerThread(
                            "tessera-worker-" + (threads.size() + 1),
                            settings,
                            children,
                            queue,
                            budget,
                            watchdog,
                            tally);
            threads.add(thread);
            thread.start();
        }
    }

    /** What this pool has done and holds. */
    public PoolCounters counters() {
        return tally.with(queue.waiting(), queue.busy(), budget.granted());
    }

    @Override
    public void close() {
        List<WorkerThread> ending;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            ending = List.copyOf(threads);
        }
        queue.close(new WorkersUnavailable("the pool was closed", null));
        ending.forEach(WorkerThread::shutDown);
        try {
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(CLOSE_MILLIS);
            for (WorkerThread thread : ending) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                thread.join(Math.max(1, left));
            }
            watchdog.close();
            watchdog.join(Math.max(1, CLOSE_MILLIS / 10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        budget.close();
        Child.closeAll(memory, disk);
    }
}
