/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.join;

import static java.util.Objects.requireNonNull;

import io.tessera.streaming.flow.PlannedInput;
import io.tessera.streaming.flow.Step;
import io.tessera.streaming.flow.Tally;
import io.tessera.streaming.flow.UnitEnd;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Hands on the units of an input in their order, counts them against the plan, and says when the
 * input is complete. Keyed by input; what it holds is kept apart by request record, because two
 * requests for one input may be in flight and each has a plan of its own.
 *
 * <p>Nothing is held but references of units that came before their turn.
 */
public final class JoinFunction extends KeyedProcessFunction<String, Step, Step> {
    private static final long serialVersionUID = 1L;

    private transient @Nullable MapState<String, Step> announced;
    private transient @Nullable MapState<String, Tally> handedOn;
    private transient @Nullable MapState<String, Step> waiting;
    private transient @Nullable Counter completed;

    @Override
    public void open(OpenContext context) {
        announced = state("announced", Step.class);
        handedOn = state("handed-on", Tally.class);
        waiting = state("waiting", Step.class);
        completed = getRuntimeContext().getMetricGroup().counter("inputsCompleted");
    }

    private <V> MapState<String, V> state(String name, Class<V> type) {
        return getRuntimeContext()
                .getMapState(new MapStateDescriptor<>(name, Types.STRING, Types.POJO(type)));
    }

    @Override
    public void processElement(Step step, Context context, Collector<Step> out) throws Exception {
        switch (step.kind()) {
            case RESUMED, DEAD_RECORD -> out.collect(step);
            case ANNOUNCED -> {
                requireNonNull(announced).put(record(step), step);
                out.collect(step);
                handOn(record(step), out);
            }
            case READ -> {
                String turn = turn(record(step), step.requireEnd().index());
                requireNonNull(waiting).put(turn, step);
                handOn(record(step), out);
            }
            case TO_READ, COMPLETE ->
                    throw new IllegalStateException("%s does not lead here".formatted(step.kind()));
        }
    }

    /** Hands on what has its turn; until the plan is here nothing has. */
    private void handOn(String record, Collector<Step> out) throws Exception {
        Step plan = requireNonNull(announced).get(record);
        if (plan == null) {
            return;
        }
        Tally before = requireNonNull(handedOn).get(record);
        Tally tally = before == null ? Tally.NONE : before;
        for (Step next = take(record, tally.total()); next != null; ) {
            out.collect(next);
            tally = tally.plus(next.requireEnd());
            next = take(record, tally.total());
        }
        PlannedInput planned = plan.requirePlanned();
        if (tally.total() < planned.units().size()) {
            requireNonNull(handedOn).put(record, tally);
            return;
        }
        out.collect(Step.complete(plan.requireInput(), planned, tally));
        requireNonNull(announced).remove(record);
        requireNonNull(handedOn).remove(record);
        requireNonNull(completed).inc();
    }

    private @Nullable Step take(String record, int index) throws Exception {
        String turn = turn(record, index);
        Step step = requireNonNull(waiting).get(turn);
        if (step != null) {
            requireNonNull(waiting).remove(turn);
            requireAnnounced(record, step.requireEnd());
        }
        return step;
    }

    private void requireAnnounced(String record, UnitEnd end) throws Exception {
        var units = requireNonNull(announced).get(record).requirePlanned().units();
        if (end.index() >= units.size() || !units.get(end.index()).equals(end.unit())) {
            throw new IllegalStateException(
                    "unit %s at %d of %s was not announced; the plan does not balance"
                            .formatted(end.unit(), end.index(), record));
        }
    }

    private static String record(Step step) {
        return step.requireInput().request().record();
    }

    private static String turn(String record, int index) {
        return record + "#" + index;
    }
}
