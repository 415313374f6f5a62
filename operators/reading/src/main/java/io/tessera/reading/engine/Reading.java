/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.reading.engine;

import io.tessera.v1.Box;
import io.tessera.v1.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an engine made of a request.
 *
 * @param text the caption, page text or answer
 * @param evidence boxes behind the text; empty where the engine gives none
 * @param finishReason stop, length or the like
 * @param tokensIn tokens read; 0 for an engine without tokens
 * @param tokensOut tokens written
 * @param seconds work without waiting
 * @param origin measured or generated
 * @param promptSha256 of the whole prompt; null for an engine without one
 */
public record Reading(
        String text,
        List<Box> evidence,
        String finishReason,
        long tokensIn,
        long tokensOut,
        double seconds,
        Origin origin,
        @Nullable String promptSha256) {
    public Reading {
        evidence = List.copyOf(evidence);
    }
}
