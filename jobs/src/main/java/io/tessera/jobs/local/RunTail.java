/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.local;

import io.tessera.jobs.results.ResultSink;
import io.tessera.jobs.results.SummaryLine;
import io.tessera.v1.InputState;
import io.tessera.v1.LedgerEntry;
import io.tessera.v1.Plan;
import io.tessera.v1.Reply;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * Follows a run through the ledger and the replies, and makes its lines from the leaves that the
 * ledger names: nothing is said that was not committed. Used by one thread.
 */
final class RunTail {
    /** An input under a revision. */
    private record Key(String pipelineId, String inputId, long revision) {}

    private final Map<String, FollowedInput> open = new LinkedHashMap<>();
    private final Map<Key, Committed> committed = new HashMap<>();
    private final SortedMap<String, Integer> states = new TreeMap<>();
    private final ResultSink results;
    private final Clock clock;
    private final BiConsumer<NamedInput, Reply> answered;
    private boolean unplanned;
    private long replies;

    /**
     * Follows nothing yet.
     *
     * @param answered told of each input whose line was made
     */
    RunTail(ResultSink results, Clock clock, BiConsumer<NamedInput, Reply> answered) {
        this.answered = answered;
        this.results = results;
        this.clock = clock;
    }

    /** Follows a request from now on. */
    void follow(FollowedInput input) {
        open.put(input.requestId(), input);
    }

    /** Takes what was read back from a topic; records of others' requests are left alone. */
    void accept(SpecificRecordBase value) {
        if (value instanceof Plan plan) {
            plan(plan);
        } else if (value instanceof LedgerEntry entry) {
            entry(entry);
        } else if (value instanceof Reply reply) {
            reply(reply);
        }
    }

    private void plan(Plan plan) {
        Key key = new Key(plan.getPipelineId(), plan.getInputId(), plan.getRevision());
        at(key).plan(plan);
        FollowedInput input = open.get(plan.getRequestId());
        if (input != null) {
            input.attach(at(key), plan.getPipelineId(), plan.getInputId());
        }
    }

    private void entry(LedgerEntry entry) {
        // tenant/pipelineId/inputId/unit, whose last part may have slashes.
        String[] parts = entry.getItem().split("/", 4);
        if (parts.length == 4) {
            at(new Key(parts[1], parts[2], entry.getRevision())).entry(parts[3], entry);
        }
    }

    private Committed at(Key key) {
        return committed.computeIfAbsent(key, k -> new Committed());
    }

    private void reply(Reply reply) {
        FollowedInput input = open.get(reply.getRequestId());
        if (input != null && !input.replied()) {
            replies++;
            Key key = new Key(reply.getPipelineId(), reply.getInputId(), reply.getRevision());
            input.attach(at(key), reply.getPipelineId(), reply.getInputId());
            input.reply(reply, clock.instant());
        }
    }

    /** Makes every line that can be made by now. */
    void advance() {
        open.values()
                .removeIf(
                        input -> {
                            boolean done = input.advance(results);
                            if (done) {
                                states.merge(input.state().name(), 1, Integer::sum);
                                input.repliedWith(answered);
                                unplanned |= !input.asPlanned();
                            }
                            return done;
                        });
    }

    boolean done() {
        return open.isEmpty();
    }

    /** Requests whose reply was read. */
    long replies() {
        return replies;
    }

    /** Inputs by state. */
    SortedMap<String, Integer> states() {
        return states;
    }

    /** Whether every input ended OK. */
    boolean allOk() {
        return states.keySet().stream().allMatch(InputState.OK.name()::equals);
    }

    /** Whether every sample ended in its planned state. */
    boolean allAsPlanned() {
        return !unplanned;
    }

    /** Units announced so far. */
    long announced() {
        return committed.values().stream().mapToLong(c -> c.units().size()).sum();
    }

    /** Units of them with a terminal state. */
    long terminal() {
        return committed.values().stream().mapToLong(Committed::terminalUnits).sum();
    }

    /** The count check over plan and ledger, wholes included. */
    SummaryLine.Balance balance(java.util.Collection<FollowedInput> all) {
        Map<Committed, String> wholes = new HashMap<>();
        for (FollowedInput input : all) {
            input.committed()
                    .filter(Committed::planned)
                    .ifPresent(c -> wholes.put(c, input.whole()));
        }
        long items = 0;
        long terminal = 0;
        for (Map.Entry<Committed, String> entry : wholes.entrySet()) {
            items += entry.getKey().units().size() + 1L;
            terminal +=
                    entry.getKey().terminalUnits() + (entry.getKey().has(entry.getValue()) ? 1 : 0);
        }
        return new SummaryLine.Balance(items, terminal);
    }
}
