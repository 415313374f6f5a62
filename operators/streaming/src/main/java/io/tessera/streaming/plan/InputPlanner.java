/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.plan;

import io.tessera.contract.failure.Code;
import io.tessera.contract.failure.InputFailure;
import io.tessera.contract.identity.Identity;
import io.tessera.contract.option.Options;
import io.tessera.contract.option.TesseraOptions;
import io.tessera.streaming.flow.AcceptedRequest;
import io.tessera.streaming.flow.InputRef;
import io.tessera.streaming.flow.Step;
import io.tessera.streaming.flow.WorkNote;
import io.tessera.streaming.leaf.Leaves;
import io.tessera.streaming.pool.WorkerPool;
import io.tessera.streaming.service.Fetching;
import io.tessera.streaming.service.InputSpool;
import io.tessera.streaming.service.ReadingServices;
import io.tessera.streaming.service.ReadingSettings;
import io.tessera.v1.InputPlan;
import io.tessera.v1.InputState;
import io.tessera.v1.MediaReference;
import io.tessera.v1.Mode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what an accepted request leads to: nothing but a reply, a terminal state at once, or
 * units to read. Thread-safe.
 */
final class InputPlanner {
    private final ReadingSettings settings;
    private final ReadingServices services;
    private final InputRecords records;
    private final @Nullable String password;
    private final @Nullable String modelDigest;

    InputPlanner(ReadingSettings settings, ReadingServices services, @Nullable String password) {
        this.settings = settings;
        this.services = services;
        this.records =
                new InputRecords(
                        new Leaves(services.store(), services.patience()), settings.kind());
        this.password = password;
        String digest = services.engine().abilities().modelDigest();
        this.modelDigest = digest.isEmpty() ? null : digest;
    }

    /**
     * Blocks while bytes are fetched; the worker's part is asynchronous. The steps are empty where
     * another request is reading the same input: to be asked again later.
     */
    CompletionStage<List<Step>> plan(AcceptedRequest request) {
        long startedAt = System.currentTimeMillis() * 1000;
        long before = System.nanoTime();
        Options options = settings.options().with(request.overlay());
        String pipelineId = Identity.pipelineId(settings.kind(), options, modelDigest);
        InputSpool.Held held;
        try {
            held = fetch(request, options);
        } catch (InputFailure e) {
            return CompletableFuture.completedFuture(
                    notHad(request, pipelineId, e, startedAt, secondsSince(before)));
        }
        double fetchSeconds = secondsSince(before);
        CompletionStage<List<Step>> steps;
        try {
            steps = planHeld(request, pipelineId, options, held, startedAt, fetchSeconds);
        } catch (RuntimeException e) {
            held.close();
            throw e;
        }
        return steps.whenComplete((done, failure) -> held.close());
    }

    private InputSpool.Held fetch(AcceptedRequest request, Options options) throws InputFailure {
        MediaReference media =
                new MediaReference(
                        request.uri(), request.claimedLength(), request.claimedSha256(), null);
        return new Fetching(services.spool(), services.patience())
                .fetch(media, options.get(TesseraOptions.LIMIT_INPUT_BYTES));
    }

    private CompletionStage<List<Step>> planHeld(
            AcceptedRequest request,
            String pipelineId,
            Options options,
            InputSpool.Held held,
            long startedAt,
            double fetchSeconds) {
        InputRef input =
                withRevision(
                        new InputRef(
                                request,
                                Identity.contentInputId(request.tenant(), held.sha256()),
                                pipelineId,
                                0,
                                held.length(),
                                held.sha256()));
        Optional<InputState> complete = records.complete(input, password != null);
        if (complete.isPresent()) {
            return CompletableFuture.completedFuture(List.of(Step.resumed(input, complete.get())));
        }
        // What is read under its own revision is wanted however often it is asked for.
        if (input.revision() == 0
                && !services.claims().claim(input.item(input.wholeUnit()), request.record())) {
            return CompletableFuture.completedFuture(List.of());
        }
        WorkerPool.SpooledInput spooled =
                new WorkerPool.SpooledInput(
                        input.inputId(), settings.kind(), held.file(), options, password);
        return services.pool()
                .plan(spooled)
                .thenApply(
                        planned ->
                                PlannedUnits.of(
                                        input,
                                        planned.plan(),
                                        new WorkNote(
                                                planned.attempts(),
                                                planned.worker(),
                                                startedAt,
                                                fetchSeconds,
                                                planned.queued(),
                                                planned.seconds(),
                                                0,
                                                0,
                                                0)));
    }

    /**
     * What reads anew publishes under the request's timestamp, so that readers take it for the
     * later one: FORCE, RETRY, and a locked input that a password now opens.
     */
    private InputRef withRevision(InputRef input) {
        boolean anew =
                input.request().mode() != Mode.NORMAL
                        || (password != null && records.locked(input));
        return new InputRef(
                input.request(),
                input.inputId(),
                input.pipelineId(),
                anew ? input.request().timestampMillis() : 0,
                input.length(),
                input.sha256());
    }

    private List<Step> notHad(
            AcceptedRequest request,
            String pipelineId,
            InputFailure failure,
            long startedAt,
            double fetchSeconds) {
        InputRef input =
                withRevision(
                        new InputRef(
                                request,
                                failure.code() == Code.NO_BYTES
                                        ? Identity.contentInputId(
                                                request.tenant(), Fetching.SHA256_OF_NOTHING)
                                        : Identity.referenceInputId(
                                                request.tenant(),
                                                request.uri(),
                                                request.claimedSha256()),
                                pipelineId,
                                0,
                                failure.code() == Code.NO_BYTES ? 0L : null,
                                failure.code() == Code.NO_BYTES
                                        ? Fetching.SHA256_OF_NOTHING
                                        : null));
        // Looked for again, and missing as before: there is nothing new to say.
        Optional<InputState> known = records.complete(input, password != null);
        if (known.isPresent() && known.get() == failure.state()) {
            return List.of(Step.resumed(input, known.get()));
        }
        InputPlan plan =
                InputPlan.newBuilder()
                        .setKind(settings.kind())
                        .setState(failure.state())
                        .setCode(failure.code().name())
                        .setReason(failure.getMessage())
                        .build();
        WorkNote work = new WorkNote(0, null, startedAt, fetchSeconds, 0, 0, 0, 0, 0);
        return PlannedUnits.of(input, plan, work);
    }

    private static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }
}
