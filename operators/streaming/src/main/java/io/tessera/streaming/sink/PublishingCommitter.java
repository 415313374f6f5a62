/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.sink;

import io.tessera.connectors.kafka.PublishFailed;
import io.tessera.connectors.kafka.RecordPublisher;
import io.tessera.connectors.kafka.Topics;
import io.tessera.connectors.store.StoreUnavailable;
import io.tessera.streaming.crash.CrashPoint;
import io.tessera.streaming.service.Patience;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.flink.api.connector.sink2.Committer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes what a completed checkpoint holds, in an order in which a crash at any point repeats
 * publications under the same item and revision and omits none:
 *
 * <ol>
 *   <li>of everything but inputs: the leaf is looked up, then its record and its ledger entry are
 *       sent; one flush for all
 *   <li>of each input: record and ledger entry; one flush for all
 *   <li>of each input: its own leaf, the mark that resuming reads
 *   <li>replies; one flush for all
 * </ol>
 *
 * <p>What fails is repeated with jitter for a bounded time, which slows the source, and then
 * thrown: the task fails over and the same committables come back from the checkpoint. Used by the
 * task's thread; only store calls run beside it, at most 16 at a time.
 */
final class PublishingCommitter implements Committer<Publication> {
    private static final Logger LOG = LoggerFactory.getLogger(PublishingCommitter.class);
    private static final int AT_ONCE = 16;

    private final RecordMaker records;
    private final CompletionMarks marks;
    private final RecordPublisher publisher;
    private final Duration patience;
    private final CommitCounters counters;
    private final Runnable onClose;
    private final ExecutorService calls = Executors.newFixedThreadPool(AT_ONCE, Calls::thread);

    /**
     * @param onClose what follows the end of the publisher
     */
    PublishingCommitter(
            RecordMaker records,
            CompletionMarks marks,
            RecordPublisher publisher,
            Duration patience,
            CommitCounters counters,
            Runnable onClose) {
        this.records = records;
        this.marks = marks;
        this.publisher = publisher;
        this.patience = patience;
        this.counters = counters;
        this.onClose = onClose;
    }

    @Override
    public void commit(Collection<CommitRequest<Publication>> requests)
            throws IOException, InterruptedException {
        List<Publication> first = new ArrayList<>();
        List<Publication> wholes = new ArrayList<>();
        List<Publication> replies = new ArrayList<>();
        for (CommitRequest<Publication> request : requests) {
            Publication publication = request.getCommittable();
            (switch (publication.kind()) {
                        case DEAD_RECORD, PLAN, UNIT -> first;
                        case WHOLE -> wholes;
                        case REPLY -> replies;
                    })
                    .add(publication);
        }
        long deadline = System.nanoTime() + patience.toNanos();
        CrashPoint.BEFORE_HEAD.reachedWith(first);
        repeated(deadline, "publishing units", () -> publish(first));
        repeated(deadline, "publishing inputs", () -> publish(wholes));
        CrashPoint.BEFORE_WHOLE.reachedWith(wholes);
        repeated(deadline, "marking inputs complete", () -> mark(wholes));
        CrashPoint.AFTER_WHOLE.reachedWith(wholes);
        repeated(deadline, "replying", () -> publish(replies));
        counters.committed(first.size(), wholes.size());
        CrashPoint.AFTER_COMMIT.reachedWith(wholes);
    }

    /** Sends the records of all, in order, and returns once they are acknowledged. */
    private void publish(List<Publication> publications) throws IOException, InterruptedException {
        if (publications.isEmpty()) {
            return;
        }
        ArrayDeque<Future<List<Outgoing>>> ahead = new ArrayDeque<>();
        int submitted = 0;
        try {
            while (submitted < publications.size() || !ahead.isEmpty()) {
                while (submitted < publications.size() && ahead.size() < AT_ONCE) {
                    Publication next = publications.get(submitted++);
                    ahead.add(calls.submit(() -> records.records(next)));
                }
                send(await(ahead.remove()));
            }
        } finally {
            ahead.forEach(call -> call.cancel(true));
        }
        publisher.flush();
    }

    private void send(List<Outgoing> outgoing) {
        for (int i = 0; i < outgoing.size(); i++) {
            if (i > 0) {
                CrashPoint.BETWEEN_TOPIC_AND_LEDGER.reached();
            }
            outgoing.get(i).send(publisher);
            if (outgoing.get(i).topic().equals(Topics.DEAD_LETTERS)) {
                counters.deadLetter();
            }
        }
    }

    private void mark(List<Publication> wholes) throws IOException, InterruptedException {
        List<Future<?>> puts = new ArrayList<>();
        for (Publication whole : wholes) {
            puts.add(calls.submit(() -> marks.put(whole)));
        }
        for (Future<?> put : puts) {
            await(put);
        }
    }

    private static <T> T await(Future<T> call) throws IOException, InterruptedException {
        try {
            return call.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IOException("a call to the store failed", e.getCause());
        }
    }

    /** Something that may be done again. */
    private interface Repeatable {
        void run() throws IOException, InterruptedException;
    }

    private void repeated(long deadline, String what, Repeatable work)
            throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                work.run();
                return;
            } catch (StoreUnavailable | PublishFailed e) {
                counters.retry();
                long pause = Patience.pauseMillis(attempt);
                if (System.nanoTime() + pause * 1_000_000L >= deadline) {
                    throw new IOException(
                            "%s failed %d times within %d s; the same comes back after a restart"
                                    .formatted(what, attempt, patience.toSeconds()),
                            e);
                }
                LOG.warn("{} failed for the {}. time: {}", what, attempt, e.getMessage());
                Thread.sleep(pause);
            }
        }
    }

    @Override
    public void close() {
        calls.shutdownNow();
        try {
            publisher.close();
        } finally {
            onClose.run();
        }
    }

    /** Threads for calls to the store. */
    private static final class Calls {
        static Thread thread(Runnable work) {
            Thread thread = new Thread(work, "tessera-commit");
            thread.setDaemon(true);
            return thread;
        }
    }
}
