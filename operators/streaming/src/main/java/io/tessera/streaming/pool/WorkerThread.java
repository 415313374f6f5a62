/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.pool;

import io.tessera.contract.failure.InputFailure;
import io.tessera.streaming.pool.WorkerPool.SpooledInput;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one worker process going and has it do one thing after the other. What a lost worker had in
 * hand is tried once more in the fresh one that this thread then starts.
 */
final class WorkerThread extends Thread {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerThread.class);
    private static final int MOST_ATTEMPTS = 2;
    private static final long IDLE_MILLIS = 10_000;

    private final PoolSettings settings;
    private final ChildSource children;
    private final WorkQueue queue;
    private final RegionBudget budget;
    private final Watchdog watchdog;
    private final Tally tally;
    private final WorkQueue.Taker taker = new WorkQueue.Taker();
    private volatile boolean ending;

    // Written by this thread; read by the one that closes the pool.
    private volatile @Nullable Conversation worker;

    WorkerThread(
            String name,
            PoolSettings settings,
            ChildSource children,
            WorkQueue queue,
            RegionBudget budget,
            Watchdog watchdog,
            Tally tally) {
        super(name);
        setDaemon(true);
        this.settings = settings;
        this.children = children;
        this.queue = queue;
        this.budget = budget;
        this.watchdog = watchdog;
        this.tally = tally;
    }

    @Override
    public void run() {
        try {
            while (!ending) {
                turn();
            }
        } catch (InterruptedException e) {
            // The pool is closed.
        } finally {
            end();
        }
    }

    private void turn() throws InterruptedException {
        try {
            ready();
        } catch (WorkersUnavailable e) {
            queue.failAll(e);
            return;
        }
        Optional<Work> work = queue.take(taker, IDLE_MILLIS);
        if (work.isPresent()) {
            carryOut(work.get());
        } else if (!ending) {
            closeInput();
        }
    }

    private void carryOut(Work work) throws InterruptedException {
        boolean prepared = false;
        try {
            work.prepare(budget);
            prepared = true;
            attempts(work);
        } catch (IOException | RuntimeException e) {
            work.fail(e);
        } catch (InterruptedException e) {
            work.fail(new WorkersUnavailable("the pool was closed", e));
            throw e;
        } finally {
            Conversation after = worker;
            queue.done(taker, after == null ? null : after.open());
            if (prepared) {
                (work instanceof PlanWork ? tally.planned : tally.read).increment();
            }
        }
        rest(work.input());
    }

    private void attempts(Work work) throws IOException, InterruptedException {
        while (true) {
            Conversation on = ready();
            try {
                work.attempt(on);
                return;
            } catch (WorkerLost e) {
                tally.lost(e.state());
                end();
                if (ending) {
                    throw new WorkersUnavailable("the pool was closed", e);
                }
                if (work.attempts() == MOST_ATTEMPTS) {
                    work.lost(e, on.child().name());
                    return;
                }
            }
        }
    }

    /** Waits until the worker rests; replaces one that has done enough or holds too much. */
    private void rest(SpooledInput input) throws InterruptedException {
        Conversation on = worker;
        if (on == null) {
            return;
        }
        try {
            if (!on.usable()) {
                end();
                return;
            }
            long held = on.rest(input);
            if (on.units() >= settings.recycleUnits() || held > settings.recycleBytes()) {
                LOG.debug(
                        "{} is replaced: {} units, {} bytes", on.child().name(), on.units(), held);
                tally.recycled.increment();
                end();
            }
        } catch (WorkerLost e) {
            tally.lost(e.state());
            end();
        }
    }

    private void closeInput() throws InterruptedException {
        Conversation on = worker;
        if (on == null || on.open() == null) {
            return;
        }
        try {
            on.closeInput();
            queue.done(taker, null);
        } catch (WorkerLost e) {
            tally.lost(e.state());
            end();
        } catch (IOException | InputFailure e) {
            end();
        }
    }

    /** The worker, started anew where there is none that lives. */
    private Conversation ready() throws WorkersUnavailable, InterruptedException {
        Conversation now = worker;
        if (now != null && now.usable()) {
            return now;
        }
        end();
        Conversation fresh = new Conversation(children.start(), watchdog);
        worker = fresh;
        return fresh;
    }

    private void end() {
        Conversation ended = worker;
        worker = null;
        if (ended != null) {
            ended.close();
        }
    }

    /** Kills the worker and ends this thread; to be joined after. */
    void shutDown() {
        ending = true;
        Conversation now = worker;
        if (now != null) {
            now.child().kill();
        }
        interrupt();
    }
}
