/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker;

import io.tessera.contract.input.Progress;
import io.tessera.worker.protocol.Message;
import io.tessera.worker.protocol.MessageChannel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Passes signs of progress on to the parent, at most four a second. Thread-safe. */
final class Ticker implements Progress {
    private static final long GAP_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final MessageChannel parent;
    private final AtomicLong next = new AtomicLong(System.nanoTime());

    Ticker(MessageChannel parent) {
        this.parent = parent;
    }

    @Override
    public void tick() {
        long now = System.nanoTime();
        long due = next.get();
        if (now - due < 0 || !next.compareAndSet(due, now + GAP_NANOS)) {
            return;
        }
        try {
            parent.send(new Message.Progress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
