/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.sink;

import static java.util.Objects.requireNonNull;

import io.tessera.streaming.flow.AcceptedRequest;
import io.tessera.streaming.flow.DeadRecord;
import io.tessera.streaming.flow.InputRef;
import io.tessera.streaming.flow.UnitEnd;
import io.tessera.streaming.flow.WorkNote;
import org.jspecify.annotations.Nullable;

/**
 * Something that is due to be published once a checkpoint holds it: the committable of the sink.
 *
 * @param kind what it is
 * @param item item; of a REPLY that of its input's whole
 * @param revision revision of the item
 * @param inputId input; empty of a DEAD_RECORD
 * @param stream stream of the request; null if none
 * @param traceparent W3C trace context; null if none
 * @param recordedAtMicros when the recording began, microseconds since the epoch
 * @param requestId request that led here; empty where it could not be read
 * @param topic topic of the request
 * @param partition its partition
 * @param offset its offset
 * @param uri where the input's bytes lay; empty of a DEAD_RECORD
 * @param inputLength bytes of the input; -1 where none were had
 * @param inputSha256 digest of the input; null where none was had
 * @param leafLength of a UNIT: bytes of its leaf as it was written
 * @param leafSha256 of a UNIT: digest of its leaf as it was written
 * @param work circumstance of the item
 * @param body of WHOLE the leaf, of PLAN, REPLY and DEAD_RECORD the record's value; else empty
 */
// Bytes are an array because Flink has a type for that; nobody changes or compares them.
@SuppressWarnings("ArrayRecordComponent")
public record Publication(
        Kind kind,
        String item,
        long revision,
        String inputId,
        @Nullable String stream,
        @Nullable String traceparent,
        long recordedAtMicros,
        String requestId,
        String topic,
        int partition,
        long offset,
        String uri,
        long inputLength,
        @Nullable String inputSha256,
        long leafLength,
        @Nullable String leafSha256,
        WorkNote work,
        byte[] body) {
    /** What is published. */
    public enum Kind {
        /** A record that is no request: a dead letter and its ledger entry. */
        DEAD_RECORD(1),
        /** The units announced. */
        PLAN(2),
        /** A unit whose leaf lies in the store. */
        UNIT(3),
        /** An input's own record, whose leaf is written after all else. */
        WHOLE(4),
        /** The answer to a request. */
        REPLY(5);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        /** What stands for it in checkpoints; never changes its meaning. */
        int code() {
            return code;
        }

        static Kind ofCode(int code) {
            for (Kind kind : values()) {
                if (kind.code == code) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("no publication has the code " + code);
        }
    }

    private static final byte[] NO_BODY = {};

    public Publication {
        requireNonNull(kind, "kind is null");
        requireNonNull(item, "item is null");
        requireNonNull(work, "work is null");
        requireNonNull(body, "body is null");
        if (kind == Kind.UNIT && leafSha256 == null) {
            throw new IllegalArgumentException("unit without a leaf: " + item);
        }
    }

    public static Publication unit(InputRef input, UnitEnd end) {
        return of(Kind.UNIT, input, end.unit(), end.length(), end.sha256(), end.work(), NO_BODY);
    }

    /**
     * The announcement of an input's units.
     *
     * @param unit the plan's, which no unit is called
     */
    public static Publication plan(InputRef input, String unit, WorkNote work, byte[] value) {
        return of(Kind.PLAN, input, unit, 0, null, work, value);
    }

    public static Publication whole(InputRef input, WorkNote work, byte[] leaf) {
        return of(Kind.WHOLE, input, input.wholeUnit(), 0, null, work, leaf);
    }

    public static Publication reply(InputRef input, byte[] value) {
        WorkNote work = WorkNote.none(0);
        return of(Kind.REPLY, input, input.wholeUnit(), 0, null, work, value);
    }

    private static Publication of(
            Kind kind,
            InputRef input,
            String unit,
            long leafLength,
            @Nullable String leafSha256,
            WorkNote work,
            byte[] body) {
        AcceptedRequest request = input.request();
        Long length = input.length();
        return new Publication(
                kind,
                input.item(unit),
                input.revision(),
                input.inputId(),
                request.stream(),
                request.traceparent(),
                request.recordedAtMicros(),
                request.requestId(),
                request.topic(),
                request.partition(),
                request.offset(),
                request.uri(),
                length == null ? -1 : length,
                input.sha256(),
                leafLength,
                leafSha256,
                work,
                body);
    }

    /**
     * What there is to say about a record that is no request.
     *
     * @param kind DEAD_RECORD, or REPLY where the record could at least say who asks
     */
    public static Publication dead(Kind kind, DeadRecord record, byte[] value) {
        String requestId = record.requestId();
        return new Publication(
                kind,
                record.item(),
                0,
                "",
                null,
                null,
                record.timestampMillis() * 1000,
                requestId == null ? "" : requestId,
                record.topic(),
                record.partition(),
                record.offset(),
                "",
                -1,
                null,
                0,
                null,
                WorkNote.none(record.timestampMillis() * 1000),
                value);
    }
}
