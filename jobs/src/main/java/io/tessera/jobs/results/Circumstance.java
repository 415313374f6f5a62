/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.results;

import static java.util.Objects.requireNonNull;

import io.tessera.v1.Reply;
import org.jspecify.annotations.Nullable;

/**
 * What differs from run to run about an input.
 *
 * @param input what was typed
 * @param reply the reply to its request
 * @param attempts workers used for its hardest unit; 0 where it was resumed
 * @param seconds from request to reply; 0 where it was resumed
 * @param planned state that it should end in, of a sample
 */
public record Circumstance(
        String input, Reply reply, int attempts, double seconds, @Nullable String planned) {
    public Circumstance {
        requireNonNull(input, "input is null");
        requireNonNull(reply, "reply is null");
    }
}
