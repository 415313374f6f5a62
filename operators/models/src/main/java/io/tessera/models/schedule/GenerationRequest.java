/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.schedule;

import io.tessera.models.generate.GenerationOptions;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * One request to the scheduler.
 *
 * @param parts the prompt in order
 * @param options how ids are chosen
 * @param stops ids that end the answer
 * @param penalised ids that the repetition penalty counts as written before the first step
 * @param requester who asks; turns go round between requesters
 * @param listener hears each id of a request without beams as it is chosen, on the engine's thread
 */
public record GenerationRequest(
        List<PromptPart> parts,
        GenerationOptions options,
        Set<Integer> stops,
        List<Integer> penalised,
        String requester,
        IntConsumer listener) {
    public GenerationRequest {
        parts = List.copyOf(parts);
        stops = Set.copyOf(stops);
        penalised = List.copyOf(penalised);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("the prompt is empty");
        }
    }

    /** Positions of the prompt. */
    public int promptLength() {
        return parts.stream().mapToInt(PromptPart::count).sum();
    }
}
