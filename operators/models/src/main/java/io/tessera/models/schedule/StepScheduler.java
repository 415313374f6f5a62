/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.schedule;

import io.tessera.models.generate.Hypothesis;
import io.tessera.models.torch.DecoderStep;
import io.tessera.models.torch.TorchDecoder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Continuous batching: requests join and leave between steps. A pass holds one row of every running
 * request and at most one chunk of one prompt, so a long prompt never stalls the others. Keys and
 * values are reserved in full when a request is admitted; what does not fit waits. Requests that
 * begin alike read the common part once. Turns go round between requesters.
 *
 * <p>Thread-safe; one thread of its own runs the passes.
 */
public final class StepScheduler implements AutoCloseable {
    /** Shorter common beginnings are cheaper to read again than to copy. */
    private static final int LEAST_SHARED = 32;

    private final TorchDecoder decoder;
    private final SchedulerSettings settings;
    private final Semaphore places;
    private final Object lock = new Object();
    private final Map<String, ArrayDeque<Job>> waiting = new LinkedHashMap<>();
    private final List<Job> running = new ArrayList<>();
    private final Thread thread;
    private long reserved;
    private boolean closed;

    /** Counts since the start, for metrics and tests. */
    public record Counts(long passes, long promptRows, long sharedRows, long chosen) {}

    private long passes;
    private long promptRows;
    private long sharedRows;
    private long chosen;

    public StepScheduler(TorchDecoder decoder, SchedulerSettings settings) {
        this.decoder = decoder;
        this.settings = settings;
        this.places = new Semaphore(settings.waiting());
        this.thread = new Thread(this::run, "tessera-decoder");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Accepts a request, waiting while too many wait already. Cancelling the future frees what the
     * request holds at the next step.
     *
     * @throws IllegalArgumentException where the request alone is over the budget of keys and
     *     values
     * @throws InterruptedException while waiting for a place
     */
    public CompletableFuture<Hypothesis> submit(GenerationRequest request)
            throws InterruptedException {
        long needs = Job.bytes(decoder.shape(), request);
        if (needs > settings.kvBytes()) {
            throw new IllegalArgumentException(
                    "request of %d positions needs %d bytes of keys and values, the budget is %d;"
                                    .formatted(request.promptLength(), needs, settings.kvBytes())
                            + " raise it or ask for fewer tokens");
        }
        places.acquire();
        CompletableFuture<Hypothesis> result = new CompletableFuture<>();
        synchronized (lock) {
            if (closed) {
                places.release();
                throw new IllegalStateException("the scheduler is closed");
            }
            waiting.computeIfAbsent(request.requester(), key -> new ArrayDeque<>())
                    .add(new Job(request, result, decoder));
            lock.notifyAll();
        }
        return result;
    }

    public Counts counts() {
        synchronized (lock) {
            return new Counts(passes, promptRows, sharedRows, chosen);
        }
    }

    private void run() {
        while (awaitWork()) {
            admit();
            if (!running.isEmpty()) {
                pass();
            }
        }
        running.forEach(
                job -> {
                    job.close();
                    job.result.cancel(false);
                });
    }

    /** Waits until something is to be done; false once closed and drained. */
    private boolean awaitWork() {
        synchronized (lock) {
            while (running.isEmpty() && waiting.isEmpty()) {
                if (closed) {
                    return false;
                }
                try {
                    lock.wait();
                } catch (InterruptedException e) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Admits from each requester in turn while the budget lasts. */
    private void admit() {
        running.removeIf(this::dropIfCancelled);
        while (true) {
            Job next;
            synchronized (lock) {
                next = firstThatFits();
            }
            if (next == null) {
                return;
            }
            places.release();
            Job donor = donor(next);
            int shared = donor == null ? 0 : usable(donor, next);
            next.begin(donor, shared);
            synchronized (lock) {
                sharedRows += shared;
            }
            running.add(next);
        }
    }

    private boolean dropIfCancelled(Job job) {
        if (!job.result.isCancelled()) {
            return false;
        }
        release(job);
        return true;
    }

    private void release(Job job) {
        job.close();
        reserved -= Job.bytes(decoder.shape(), job.request);
    }

    private @Nullable Job firstThatFits() {
        Iterator<Map.Entry<String, ArrayDeque<Job>>> turns = waiting.entrySet().iterator();
        while (turns.hasNext()) {
            Map.Entry<String, ArrayDeque<Job>> turn = turns.next();
            ArrayDeque<Job> queue = turn.getValue();
            while (!queue.isEmpty() && queue.element().result.isCancelled()) {
                queue.remove();
                places.release();
            }
            if (queue.isEmpty()) {
                turns.remove();
                continue;
            }
            long needs = Job.bytes(decoder.shape(), queue.element().request);
            if (reserved + needs > settings.kvBytes() || awaitsPrefix(queue.element())) {
                continue;
            }
            Job job = queue.remove();
            reserved += needs;
            turns.remove();
            if (!queue.isEmpty()) {
                // To the end of the round: the others come first next time.
                waiting.put(turn.getKey(), queue);
            }
            return job;
        }
        return null;
    }

    /** Whether a running request is still reading what this one could take over. */
    private boolean awaitsPrefix(Job job) {
        return running.stream()
                .filter(Job::reading)
                .anyMatch(
                        other ->
                                shareable(other, job)
                                        > Math.max(LEAST_SHARED, other.positionsRead()));
    }

    private @Nullable Job donor(Job job) {
        Job best = null;
        for (Job other : running) {
            if (usable(other, job) > (best == null ? LEAST_SHARED : usable(best, job))) {
                best = other;
            }
        }
        return best;
    }

    private int usable(Job donor, Job job) {
        return Math.min(donor.positionsRead(), shareable(donor, job));
    }

    /** Common positions, less the last one, whose logits are needed; none if the bases differ. */
    private int shareable(Job donor, Job job) {
        int limit = decoder.shape().positions();
        boolean grows = decoder.shape().ntkFactor() != 0;
        int longest = Math.max(donor.request.promptLength(), job.request.promptLength());
        boolean differs =
                grows
                        && longest > limit
                        && donor.request.promptLength() != job.request.promptLength();
        if (differs || donor.request.options().beams() > 1) {
            return 0;
        }
        int shared = PromptRows.shared(donor.request.parts(), job.request.parts());
        return Math.min(shared, job.request.promptLength() - 1);
    }

    private void pass() {
        List<DecoderStep> steps = new ArrayList<>();
        List<Job> taking = new ArrayList<>();
        List<Integer> widths = new ArrayList<>();
        boolean prompt = false;
        int rows = 0;
        for (Job job : running) {
            if (job.reading() && prompt) {
                continue;
            }
            List<DecoderStep> own = job.steps(settings.chunk());
            if (job.reading()) {
                prompt = true;
                rows = Math.min(settings.chunk(), job.request.promptLength() - job.positionsRead());
            }
            steps.addAll(own);
            taking.add(job);
            widths.add(own.size());
        }
        synchronized (lock) {
            passes++;
            promptRows += rows;
        }
        advance(steps, taking, widths);
    }

    private void advance(List<DecoderStep> steps, List<Job> taking, List<Integer> widths) {
        float[][] logits;
        try {
            logits = decoder.forward(steps);
        } catch (RuntimeException e) {
            taking.forEach(job -> fail(job, e));
            return;
        }
        int at = 0;
        for (int i = 0; i < taking.size(); i++) {
            Job job = taking.get(i);
            float[][] own = java.util.Arrays.copyOfRange(logits, at, at + widths.get(i));
            at += widths.get(i);
            try {
                boolean chooses = job.choosesAfter(settings.chunk());
                synchronized (lock) {
                    chosen += chooses ? 1 : 0;
                }
                if (job.advance(own, settings.chunk())) {
                    running.remove(job);
                    release(job);
                }
            } catch (RuntimeException e) {
                fail(job, e);
            }
        }
    }

    private void fail(Job job, RuntimeException cause) {
        running.remove(job);
        release(job);
        job.result.completeExceptionally(cause);
    }

    /** Lets what was accepted finish, then ends the thread. */
    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            lock.notifyAll();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}
