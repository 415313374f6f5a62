/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.local;

import io.tessera.connectors.kafka.KafkaRecordPublisher;
import io.tessera.connectors.kafka.RequestSender;
import io.tessera.connectors.kafka.TopicAdmin;
import io.tessera.connectors.kafka.TopicOffsets;
import io.tessera.connectors.kafka.TopicReader;
import io.tessera.connectors.kafka.TopicRecord;
import io.tessera.connectors.kafka.Topics;
import io.tessera.connectors.store.ObjectStore;
import io.tessera.contract.identity.Identity;
import io.tessera.jobs.outcome.CommandFailure;
import io.tessera.jobs.results.ResultSink;
import io.tessera.jobs.results.RunLine;
import io.tessera.jobs.results.SummaryLine;
import io.tessera.v1.MediaReference;
import io.tessera.v1.Overlay;
import io.tessera.v1.Request;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Sends the requests of a run and follows them to their end. Used by one thread. */
final class Following {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final long DISK_NANOS = 5_000_000_000L;
    private static final long HAND_NANOS = 120_000_000_000L;
    private static final long SETTLE_NANOS = 5_000_000_000L;

    private final RunRequest request;
    private final OutFolder folder;
    private final LocalServices services;
    private final RunningJobs jobs;
    private final Interrupts interrupts;
    private final RunProgress progress;
    private final NamesFile names;
    private final ResultSink results;
    private final StoredLeaves leaves;
    private final ArtefactCopies copies;
    private final RunTail tail;
    private final List<FollowedInput> all = new ArrayList<>();

    Following(
            RunRequest request,
            OutFolder folder,
            LocalServices services,
            ObjectStore store,
            RunningJobs jobs,
            Interrupts interrupts,
            RunProgress progress,
            NamesFile names,
            ResultSink results) {
        this.request = request;
        this.folder = folder;
        this.services = services;
        this.jobs = jobs;
        this.interrupts = interrupts;
        this.progress = progress;
        this.names = names;
        this.results = results;
        leaves = new StoredLeaves(store);
        copies = new ArtefactCopies(store, folder.files());
        tail =
                new RunTail(
                        results,
                        Clock.systemUTC(),
                        (input, reply) -> names.answered(input, reply.getInputId()));
    }

    /**
     * Runs until every request is answered, or until the units in hand are committed after an
     * interrupt.
     *
     * @throws CommandFailure if nothing moves for too long or the disk is full
     */
    RunTail toTheEnd(String version) {
        TopicOffsets start;
        try (TopicAdmin admin = new TopicAdmin(services.kafka())) {
            start = admin.end(List.of(Topics.LEDGER, Topics.REPLIES));
        }
        try (TopicReader reader = new TopicReader(services.kafka(), start)) {
            for (JobRequest job : request.jobs()) {
                String pipelineId = Identity.pipelineId(job.kind(), job.options(), null);
                results.accept(
                        RunLine.of(
                                version,
                                request.command(),
                                job.kind(),
                                pipelineId,
                                job.options(),
                                request.out().toString(),
                                job.inputs().size()));
            }
            send();
            follow(reader);
            return tail;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailure.incomplete(
                    "the run was interrupted", "thread", "run the same command again", e);
        }
    }

    private void send() {
        try (RequestSender sender =
                new RequestSender(new KafkaRecordPublisher(services.kafka()), Clock.systemUTC())) {
            for (JobRequest job : request.jobs()) {
                for (NamedInput input : job.inputs()) {
                    send(sender, job, input);
                }
            }
            sender.flush();
        }
    }

    private void send(RequestSender sender, JobRequest job, NamedInput input) {
        String id = UUID.randomUUID().toString();
        FollowedInput followed =
                new FollowedInput(
                        id,
                        input,
                        job.kind(),
                        request.tenant(),
                        Identity.wholeUnit(job.pages()),
                        leaves,
                        copies,
                        Clock.systemUTC().instant());
        all.add(followed);
        names.sent(input);
        tail.follow(followed);
        Request.Builder made =
                Request.newBuilder()
                        .setRequestId(id)
                        .setTenant(request.tenant())
                        .setMedia(
                                new MediaReference(
                                        input.file().toUri().toString(), null, null, null))
                        .setName(input.name())
                        .setMode(request.mode());
        if (!job.pages().all()) {
            made.setOverlay(Overlay.newBuilder().setPages(job.pages().canonical()).build());
        }
        sender.send(job.kind(), made.build());
    }

    private void follow(TopicReader reader) throws InterruptedException {
        Stall stall = new Stall(request.giveUpAfter());
        long disk = System.nanoTime();
        while (!tail.done()) {
            read(reader, POLL);
            stall.observe(tail.terminal() + tail.replies() + jobs.gate().read());
            if (interrupts.requested()) {
                endInOrder(reader);
                return;
            }
            if (System.nanoTime() - disk > DISK_NANOS) {
                disk = System.nanoTime();
                LocalRun.requireDisk(folder);
            }
            Optional<String> broken = services.trouble();
            if (broken.isPresent()) {
                throw CommandFailure.incomplete(
                        "the broker gave up",
                        broken.get(),
                        "see %s and run the same command again".formatted(folder.logs()));
            }
            if (stall.over()) {
                Optional<String> trouble = jobs.trouble();
                throw CommandFailure.incomplete(
                        "nothing has moved for %d s".formatted(request.giveUpAfter().toSeconds()),
                        trouble.orElse("%d units in hand".formatted(jobs.gate().inHand())),
                        "see %s and run the same command again".formatted(folder.logs()));
            }
        }
    }

    private void read(TopicReader reader, Duration patience) {
        for (TopicRecord record : reader.poll(patience)) {
            if (record.value() != null) {
                tail.accept(record.value());
            }
        }
        tail.advance();
        progress.units(jobs.gate().read(), tail.terminal(), tail.announced());
    }

    /** Lets the units in hand come to their end, and publishes them. */
    private void endInOrder(TopicReader reader) throws InterruptedException {
        progress.note(
                "ending once the units in hand are committed; interrupt again to end at once");
        jobs.gate().shut();
        long begin = System.nanoTime();
        while (jobs.gate().inHand() > 0 && System.nanoTime() - begin < HAND_NANOS) {
            read(reader, POLL);
        }
        // What came back from the workers is on its way to the store and to the committer.
        jobs.checkpoint();
        long settle = System.nanoTime();
        while (System.nanoTime() - settle < SETTLE_NANOS) {
            read(reader, POLL);
            if (jobs.gate().read() <= tail.terminal()) {
                break;
            }
        }
        jobs.checkpoint();
        read(reader, POLL);
        read(reader, POLL);
    }

    /** The count check over plans and ledger. */
    SummaryLine.Balance balance() {
        return tail.balance(all);
    }
}
