/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.reading.literal;

import io.tessera.reading.engine.EngineAbilities;
import io.tessera.reading.engine.EngineFailure;
import io.tessera.reading.engine.Reading;
import io.tessera.reading.engine.ReadingEngine;
import io.tessera.reading.engine.ReadingRequest;
import io.tessera.reading.gate.CleanText;
import io.tessera.v1.Origin;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Words a caption from the facts of a chunk and hands on the text of a page as it was read; it
 * never sees pixels. A request is done when {@link #read} returns, so there is no queue: the
 * caller's thread is the back-pressure. Equal requests give equal readings. Thread-safe.
 */
public final class LiteralEngine implements ReadingEngine {
    private static final EngineAbilities ABILITIES =
            new EngineAbilities("literal", "", Set.of(), 0, 0, true);

    private volatile boolean closed;

    @Override
    public EngineAbilities abilities() {
        return ABILITIES;
    }

    /**
     * Captions a chunk or returns a page's text. Fails with REFUSED where the facts of the task are
     * not in the request and for questions, which this engine does not answer, and with UNAVAILABLE
     * once closed.
     */
    @Override
    public CompletionStage<Reading> read(ReadingRequest request) {
        if (closed) {
            return failed(EngineFailure.Kind.UNAVAILABLE, "literal engine is closed; open another");
        }
        long start = System.nanoTime();
        String text = worded(request);
        if (text == null) {
            return failed(EngineFailure.Kind.REFUSED, refusal(request.task()));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return CompletableFuture.completedFuture(
                new Reading(text, List.of(), "stop", 0, 0, seconds, Origin.MEASURED, null));
    }

    private static @Nullable String worded(ReadingRequest request) {
        return switch (request.task()) {
            case CAPTION ->
                    request.chunk() == null
                            ? null
                            : ChunkCaption.of(
                                    request.chunk(), request.startMicros(), request.endMicros());
            case PAGE_TEXT ->
                    request.page() == null ? null : CleanText.of(request.page().getText());
            case ANSWER -> null;
        };
    }

    private static String refusal(ReadingRequest.Task task) {
        return switch (task) {
            case CAPTION -> "request for a caption has no facts of a chunk; measure them first";
            case PAGE_TEXT -> "request for a page's text has no facts of a page; read it first";
            case ANSWER ->
                    "the literal engine answers no questions; give a model with --model or"
                            + " --endpoint";
        };
    }

    private static CompletionStage<Reading> failed(EngineFailure.Kind kind, String message) {
        return CompletableFuture.failedFuture(new EngineFailure(kind, message));
    }

    @Override
    public void close() {
        closed = true;
    }
}
