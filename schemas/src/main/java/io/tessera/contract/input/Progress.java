/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.contract.input;

/**
 * Where long work says that it goes on. A worker that stays silent longer than {@code
 * limit.silence} is killed, so implementations of {@link InputReader} call this at least every
 * second or so: every few hundred packets, every frame, every stage of a page. Calling it often
 * costs nothing.
 */
@FunctionalInterface
public interface Progress {
    /** For tests and tools without a watchdog. */
    Progress NONE = () -> {};

    void tick();
}
