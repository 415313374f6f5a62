/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.read;

import static java.util.Objects.requireNonNull;

import io.tessera.streaming.flow.InputRef;
import io.tessera.streaming.flow.Step;
import io.tessera.streaming.intake.Intake;
import io.tessera.streaming.intake.Intakes;
import io.tessera.streaming.intake.UnitDealer;
import io.tessera.streaming.service.Password;
import io.tessera.streaming.service.ReadingServices;
import io.tessera.streaming.service.ReadingSettings;
import io.tessera.streaming.service.SharedServices;
import io.tessera.v1.UnitState;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
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
 * From a unit's reference to its leaf; anything else passes. The operator's queue holds references
 * and takes every one at once, because the {@link Intake} lets no more in than it can hold; the
 * work itself is bounded by the {@link UnitDealer}, by workers and by regions.
 */
public final class ReadFunction extends RichAsyncFunction<Step, Step> {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(ReadFunction.class);

    private final ReadingSettings settings;
    private final String topology;
    private transient SharedServices.@Nullable Handle handle;
    private transient @Nullable UnitReader reader;
    private transient @Nullable UnitDealer dealer;
    private transient @Nullable Intake intake;
    private transient @Nullable Counter read;
    private transient @Nullable Counter loaded;
    private transient @Nullable Counter failed;

    public ReadFunction(ReadingSettings settings, String topology) {
        this.settings = settings;
        this.topology = topology;
    }

    @Override
    public void open(OpenContext context) {
        SharedServices.Handle opened = SharedServices.acquire(settings.services());
        handle = opened;
        ReadingServices services = opened.services();
        reader = new UnitReader(settings, services, Password.read(settings.passwordFile()));
        dealer = new UnitDealer(settings.unitsAtOnce());
        Intake gate = new Intake(settings.unitsAtOnce(), services.io());
        intake = gate;
        Intakes.open(topology, getRuntimeContext().getTaskInfo().getIndexOfThisSubtask(), gate);
        MetricGroup metrics = getRuntimeContext().getMetricGroup();
        read = metrics.counter("unitsRead", new ThreadSafeSimpleCounter());
        loaded = metrics.counter("leavesLoaded", new ThreadSafeSimpleCounter());
        failed = metrics.counter("unitsFailed", new ThreadSafeSimpleCounter());
        metrics.gauge("storeRetries", () -> services.patience().retries());
    }

    @Override
    public void asyncInvoke(Step step, ResultFuture<Step> result) {
        if (step.kind() != Step.Kind.TO_READ) {
            result.complete(List.of(step));
            return;
        }
        InputRef input = step.requireInput();
        Intake gate = requireNonNull(intake);
        UnitDealer deal = requireNonNull(dealer);
        SharedServices.Handle services = requireNonNull(handle);
        String record = input.request().record();
        gate.arrived(record);
        deal.add(
                record,
                () ->
                        services.services()
                                .io()
                                .execute(() -> read(step, result, gate, deal, record)));
    }

    private void read(
            Step step, ResultFuture<Step> result, Intake gate, UnitDealer deal, String record) {
        CompletionStage<UnitReader.Outcome> outcome;
        try {
            outcome = requireNonNull(reader).read(step.requireInput(), step.requireUnit());
        } catch (CancellationException e) {
            return;
        } catch (RuntimeException e) {
            complete(() -> result.completeExceptionally(e));
            return;
        }
        outcome.whenComplete(
                (done, failure) -> {
                    if (failure != null) {
                        complete(() -> result.completeExceptionally(failure));
                        return;
                    }
                    count(done);
                    complete(() -> result.complete(List.of(done.step())));
                    complete(deal::ended);
                    complete(() -> gate.ended(record));
                });
    }

    private void count(UnitReader.Outcome done) {
        requireNonNull(done.loaded() ? loaded : read).inc();
        UnitState state = done.step().requireEnd().state();
        if (state == UnitState.FAILED || state == UnitState.REFUSED) {
            requireNonNull(failed).inc();
        }
    }

    private static void complete(Runnable completion) {
        try {
            completion.run();
        } catch (RejectedExecutionException e) {
            LOG.debug("the task was closed meanwhile; the next attempt reads this again");
        }
    }

    @Override
    public void close() {
        Intake gate = intake;
        if (gate != null) {
            Intakes.close(
                    topology, getRuntimeContext().getTaskInfo().getIndexOfThisSubtask(), gate);
        }
        if (handle != null) {
            handle.close();
        }
    }
}
