/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.sink;

import io.tessera.connectors.kafka.RecordPublisher;
import io.tessera.connectors.kafka.Topics;
import io.tessera.streaming.crash.CrashPoint;
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
        BoundedPatience repeated = new BoundedPatience(patience, counters);
        CrashPoint.BEFORE_HEAD.reachedWith(first);
        publish(repeated, "publishing units", first);
        publish(repeated, "publishing inputs", wholes);
        CrashPoint.BEFORE_WHOLE.reachedWith(wholes);
        mark(repeated, wholes);
        CrashPoint.AFTER_WHOLE.reachedWith(wholes);
        publish(repeated, "replying", replies);
        counters.committed(first.size(), wholes.size());
        CrashPoint.AFTER_COMMIT.reachedWith(wholes);
    }

    /** Returns once the records of all are acknowledged; what was not is sent again, all of it. */
    private void publish(BoundedPatience repeated, String what, List<Publication> publications)
            throws IOException, InterruptedException {
        if (!publications.isEmpty()) {
            repeated.until(
                    what,
                    () -> {
                        sendInOrder(repeated, publications);
                        publisher.flush();
                        return publications;
                    });
        }
    }

    /** Sends in order, while the leaves of the next few are on their way. */
    private void sendInOrder(BoundedPatience repeated, List<Publication> publications)
            throws IOException, InterruptedException {
        ArrayDeque<Future<List<Outgoing>>> ahead = new ArrayDeque<>();
        int submitted = 0;
        try {
            while (submitted < publications.size() || !ahead.isEmpty()) {
                while (submitted < publications.size() && ahead.size() < AT_ONCE) {
                    Publication next = publications.get(submitted++);
                    ahead.add(
                            calls.submit(
                                    () ->
                                            repeated.until(
                                                    "looking up " + next.item(),
                                                    () -> records.records(next))));
                }
                send(await(ahead.remove()));
            }
        } finally {
            ahead.forEach(call -> call.cancel(true));
        }
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

    private void mark(BoundedPatience repeated, List<Publication> wholes)
            throws IOException, InterruptedException {
        List<Future<?>> puts = new ArrayList<>();
        for (Publication whole : wholes) {
            puts.add(
                    calls.submit(
                            () ->
                                    repeated.until(
                                            "marking " + whole.item(),
                                            () -> {
                                                marks.put(whole);
                                                return whole;
                                            })));
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
            throw e.getCause() instanceof IOException failure
                    ? failure
                    : new IOException("a call to the store failed", e.getCause());
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
