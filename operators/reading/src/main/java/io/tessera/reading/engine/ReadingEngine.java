/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.reading.engine;

import java.util.concurrent.CompletionStage;

/**
 * Turns facts, images and a prompt into text. Thread-safe and asynchronous; its queue is bounded
 * and {@link #read} blocks while it is full, which is the back-pressure. Cancelling the stage's
 * future frees what the request holds.
 */
public interface ReadingEngine extends AutoCloseable {
    /** What this engine can do; a job that asks for more is refused at start. */
    EngineAbilities abilities();

    /** Reads one unit. Completes exceptionally with {@link EngineFailure} only. */
    CompletionStage<Reading> read(ReadingRequest request);

    /** Lets accepted requests finish, refuses new ones, frees everything. */
    @Override
    void close();
}
