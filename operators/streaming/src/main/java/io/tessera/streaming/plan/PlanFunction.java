/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.plan;

import static java.util.Objects.requireNonNull;

import io.tessera.connectors.kafka.IncomingRecord;
import io.tessera.streaming.flow.AcceptedRequest;
import io.tessera.streaming.flow.DeadRecord;
import io.tessera.streaming.flow.Step;
import io.tessera.streaming.intake.Intake;
import io.tessera.streaming.intake.Intakes;
import io.tessera.streaming.service.Password;
import io.tessera.streaming.service.ReadingSettings;
import io.tessera.streaming.service.SharedServices;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.ThreadSafeSimpleCounter;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From a request record to the announcement of its input and one reference for each unit. Requests
 * wait here, in the operator's state, until the {@link Intake} has room for them.
 */
public final class PlanFunction extends RichAsyncFunction<IncomingRecord, Step> {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(PlanFunction.class);

    private static final long ASK_AGAIN_MILLIS = 500;

    private final ReadingSettings settings;
    private final String topology;
    private transient SharedServices.@Nullable Handle handle;
    private transient @Nullable InputPlanner planner;
    private transient @Nullable Intake intake;
    private transient @Nullable RequestReader requests;
    private transient @Nullable Counter deadRecords;
    private transient @Nullable Counter resumed;
    private transient @Nullable Counter planned;

    public PlanFunction(ReadingSettings settings, String topology) {
        this.settings = settings;
        this.topology = topology;
    }

    @Override
    public void open(OpenContext context) {
        SharedServices.Handle opened = SharedServices.acquire(settings.services());
        handle = opened;
        planner =
                new InputPlanner(
                        settings, opened.services(), Password.read(settings.passwordFile()));
        requests = new RequestReader(settings.options());
        int subtask = getRuntimeContext().getTaskInfo().getIndexOfThisSubtask();
        intake =
                Intakes.find(topology, subtask)
                        .orElseThrow(() -> new IllegalStateException("read is not chained here"));
        MetricGroup metrics = getRuntimeContext().getMetricGroup();
        deadRecords = metrics.counter("deadRecords");
        resumed = metrics.counter("inputsResumed", new ThreadSafeSimpleCounter());
        planned = metrics.counter("inputsPlanned", new ThreadSafeSimpleCounter());
    }

    @Override
    public void asyncInvoke(IncomingRecord record, ResultFuture<Step> result) {
        // Decoded on the task's thread: it is cheap, and a bad record needs no place in the queue.
        AcceptedRequest request;
        try {
            request = requireNonNull(requests).read(record);
        } catch (InvalidRequest e) {
            requireNonNull(deadRecords).inc();
            LOG.warn("{} is no request: {}", RequestReader.item(record), e.getMessage());
            result.complete(List.of(Step.deadRecord(dead(record, e))));
            return;
        }
        Intake gate = requireNonNull(intake);
        gate.submit(() -> plan(gate, request, result));
    }

    private void plan(Intake gate, AcceptedRequest request, ResultFuture<Step> result) {
        CompletionStage<List<Step>> steps;
        try {
            steps = requireNonNull(planner).plan(request);
        } catch (CancellationException e) {
            return;
        } catch (RuntimeException e) {
            complete(() -> result.completeExceptionally(e));
            return;
        }
        steps.whenComplete(
                (done, failure) -> {
                    if (failure != null) {
                        complete(() -> result.completeExceptionally(failure));
                    } else if (done.isEmpty()) {
                        complete(() -> gate.planned(request.record(), 0));
                        askLater(gate, request, result);
                    } else {
                        // Reserved before they are handed on, or too much would be let in.
                        gate.planned(request.record(), units(done));
                        complete(() -> result.complete(done));
                    }
                });
    }

    /** The input is being read for another request; its place in the intake is free meanwhile. */
    private void askLater(Intake gate, AcceptedRequest request, ResultFuture<Step> result) {
        CompletableFuture.delayedExecutor(
                        ASK_AGAIN_MILLIS,
                        TimeUnit.MILLISECONDS,
                        requireNonNull(handle).services().io())
                .execute(() -> complete(() -> gate.submit(() -> plan(gate, request, result))));
    }

    private int units(List<Step> steps) {
        int units = 0;
        for (Step step : steps) {
            units += step.kind() == Step.Kind.TO_READ ? 1 : 0;
        }
        requireNonNull(steps.get(0).kind() == Step.Kind.RESUMED ? resumed : planned).inc();
        return units;
    }

    private static void complete(Runnable completion) {
        try {
            completion.run();
        } catch (RejectedExecutionException e) {
            LOG.debug("the task was closed meanwhile; the next attempt plans this again");
        }
    }

    private static DeadRecord dead(IncomingRecord record, InvalidRequest reason) {
        return new DeadRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestampMillis(),
                reason.code().name(),
                String.valueOf(reason.getMessage()),
                reason.requestId());
    }

    @Override
    public void close() {
        if (handle != null) {
            handle.close();
        }
    }
}
