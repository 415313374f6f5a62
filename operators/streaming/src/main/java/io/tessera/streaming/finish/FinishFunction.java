/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.finish;

import static java.util.Objects.requireNonNull;

import io.tessera.streaming.flow.InputRef;
import io.tessera.streaming.flow.PlannedInput;
import io.tessera.streaming.flow.Step;
import io.tessera.streaming.flow.WorkNote;
import io.tessera.streaming.intake.UnitDealer;
import io.tessera.streaming.service.ReadingSettings;
import io.tessera.streaming.service.SharedServices;
import io.tessera.streaming.sink.Publication;
import io.tessera.v1.InputState;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From what became of units and inputs to what is published about them. An input that is complete
 * has its record made here, from its leaves; everything else takes no time. It runs ordered, so
 * that an input's record follows its units.
 */
public final class FinishFunction extends RichAsyncFunction<Step, Publication> {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(FinishFunction.class);

    /** Inputs whose leaves are loaded at a time. */
    private static final int AT_ONCE = 4;

    private final ReadingSettings settings;
    private transient SharedServices.@Nullable Handle handle;
    private transient @Nullable InputFinisher finisher;
    private transient @Nullable UnitDealer dealer;

    public FinishFunction(ReadingSettings settings) {
        this.settings = settings;
    }

    @Override
    public void open(OpenContext context) {
        SharedServices.Handle opened = SharedServices.acquire(settings.services());
        handle = opened;
        finisher = new InputFinisher(settings.kind(), opened.services());
        dealer = new UnitDealer(AT_ONCE);
    }

    @Override
    public void asyncInvoke(Step step, ResultFuture<Publication> result) {
        switch (step.kind()) {
            case ANNOUNCED ->
                    result.complete(
                            List.of(
                                    Announcements.plan(
                                            settings.kind(),
                                            step.requireInput(),
                                            step.requirePlanned())));
            case READ ->
                    result.complete(
                            List.of(Publication.unit(step.requireInput(), step.requireEnd())));
            case RESUMED -> {
                InputState state = requireNonNull(step.resumed(), "no state was resumed");
                result.complete(List.of(Announcements.reply(step.requireInput(), state, true)));
            }
            case DEAD_RECORD -> result.complete(Announcements.dead(step.requireDead()));
            case COMPLETE ->
                    requireNonNull(dealer)
                            .add(
                                    step.requireInput().request().record(),
                                    () ->
                                            requireNonNull(handle)
                                                    .services()
                                                    .io()
                                                    .execute(() -> finish(step, result)));
            case TO_READ -> throw new IllegalStateException("a unit that nobody read came here");
        }
    }

    private void finish(Step step, ResultFuture<Publication> result) {
        List<Publication> publications;
        try {
            publications = complete(step);
        } catch (CancellationException e) {
            return;
        } catch (RuntimeException e) {
            complete(() -> result.completeExceptionally(e));
            return;
        }
        complete(() -> result.complete(publications));
        complete(requireNonNull(dealer)::ended);
    }

    private List<Publication> complete(Step step) {
        InputRef input = step.requireInput();
        PlannedInput planned = step.requirePlanned();
        InputRecord finished = requireNonNull(finisher).finish(input, planned);
        InputState state = finished.state().state();
        int attempts = Math.max(planned.work().attempts(), step.requireTally().attempts());
        WorkNote opening = planned.work();
        WorkNote work =
                new WorkNote(
                        attempts,
                        opening.worker(),
                        opening.startedAtMicros(),
                        opening.fetchSeconds(),
                        opening.queueSeconds(),
                        opening.decodeSeconds(),
                        0,
                        0,
                        0);
        LOG.info(
                "input {} of request {} ended {} with {} units",
                input.inputId(),
                input.request().requestId(),
                state,
                planned.units().size());
        return List.of(
                Publication.whole(input, work, finished.leaf()),
                Announcements.reply(input, state, false));
    }

    private static void complete(Runnable completion) {
        try {
            completion.run();
        } catch (RejectedExecutionException e) {
            LOG.debug("the task was closed meanwhile; the next attempt finishes this again");
        }
    }

    @Override
    public void close() {
        if (handle != null) {
            handle.close();
        }
    }
}
