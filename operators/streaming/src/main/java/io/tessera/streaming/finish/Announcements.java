/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.finish;

import io.tessera.contract.codec.RecordCodec;
import io.tessera.streaming.flow.DeadRecord;
import io.tessera.streaming.flow.InputRef;
import io.tessera.streaming.flow.PlannedInput;
import io.tessera.streaming.sink.Publication;
import io.tessera.v1.DeadLetter;
import io.tessera.v1.InputState;
import io.tessera.v1.Kind;
import io.tessera.v1.Plan;
import io.tessera.v1.Reply;
import java.util.ArrayList;
import java.util.List;

/** What is published without having been read: plans, replies and records that are no request. */
final class Announcements {
    /** No unit has this name. */
    private static final String PLAN = "plan";

    private Announcements() {}

    static Publication plan(Kind kind, InputRef input, PlannedInput planned) {
        Plan plan =
                Plan.newBuilder()
                        .setTenant(input.request().tenant())
                        .setPipelineId(input.pipelineId())
                        .setInputId(input.inputId())
                        .setRevision(input.revision())
                        .setKind(kind)
                        .setUnits(planned.units())
                        .setRequestId(input.request().requestId())
                        .build();
        byte[] value = RecordCodec.of(Plan.class).encode(plan);
        return Publication.plan(input, PLAN, planned.work(), value);
    }

    /**
     * The answer to a request.
     *
     * @param resumed whether the input was complete before
     */
    static Publication reply(InputRef input, InputState state, boolean resumed) {
        Reply reply =
                Reply.newBuilder()
                        .setRequestId(input.request().requestId())
                        .setInputId(input.inputId())
                        .setPipelineId(input.pipelineId())
                        .setRevision(input.revision())
                        .setState(state)
                        .setResumed(resumed)
                        .build();
        return Publication.reply(input, RecordCodec.of(Reply.class).encode(reply));
    }

    /**
     * A dead letter, and where the record could at least say who waits, a reply without an input
     * whose state is UNKNOWN.
     */
    static List<Publication> dead(DeadRecord dead) {
        DeadLetter letter =
                DeadLetter.newBuilder()
                        .setItem(dead.item())
                        .setRevision(0)
                        .setStage("decode-record")
                        .setState("")
                        .setCode(dead.code())
                        .setReason(dead.reason())
                        .setAttempts(0)
                        .build();
        List<Publication> publications = new ArrayList<>();
        publications.add(
                Publication.dead(
                        Publication.Kind.DEAD_RECORD,
                        dead,
                        RecordCodec.of(DeadLetter.class).encode(letter)));
        String requestId = dead.requestId();
        if (requestId != null) {
            Reply reply =
                    Reply.newBuilder()
                            .setRequestId(requestId)
                            .setInputId("")
                            .setPipelineId("")
                            .setRevision(0)
                            .setState(InputState.UNKNOWN)
                            .setResumed(false)
                            .build();
            publications.add(
                    Publication.dead(
                            Publication.Kind.REPLY,
                            dead,
                            RecordCodec.of(Reply.class).encode(reply)));
        }
        return publications;
    }
}
