/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.kafka;

import io.tessera.contract.codec.RecordCodec;
import io.tessera.v1.Kind;
import io.tessera.v1.Request;
import java.time.Clock;
import java.util.Map;

/** Sends requests to a job. Used by one thread. */
public final class RequestSender implements AutoCloseable {
    private final RecordPublisher publisher;
    private final Clock clock;
    private final RecordCodec<Request> codec = RecordCodec.of(Request.class);

    /** A sender over a publisher of its own, which it closes. */
    public RequestSender(RecordPublisher publisher, Clock clock) {
        this.publisher = publisher;
        this.clock = clock;
    }

    /** The topic that requests of a kind go to. */
    public static String topic(Kind kind) {
        return switch (kind) {
            case VIDEO -> Topics.VIDEO_REQUESTS;
            case DOCUMENT -> Topics.DOCUMENT_REQUESTS;
            case UNKNOWN ->
                    throw new IllegalArgumentException("a request is of a video or a document");
        };
    }

    /** Sends a request; a job has it for certain only once {@link #flush} returned. */
    public void send(Kind kind, Request request) {
        publisher.send(
                topic(kind),
                request.getRequestId(),
                codec.encode(request),
                clock.millis(),
                Map.of());
    }

    /**
     * Waits until every request is with the brokers.
     *
     * @throws PublishFailed if one is not; all of them may be sent again, under the same ids
     */
    public void flush() {
        publisher.flush();
    }

    @Override
    public void close() {
        publisher.close();
    }
}
