/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.prompt;

import java.util.Arrays;

/**
 * A prompt as ids, in which {@code -1 - k} stands for one position of image k.
 *
 * @param ids positions in order
 * @param penalised whether the repetition penalty sees these ids (XComposer2 and 4KHD without an
 *     image hand ids, not embeddings, to the library)
 */
@SuppressWarnings("ArrayRecordComponent")
public record Prompt(int[] ids, boolean penalised) {
    public Prompt {
        ids = ids.clone();
    }

    @Override
    public int[] ids() {
        return ids.clone();
    }

    public int length() {
        return ids.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Prompt prompt
                && prompt.penalised == penalised
                && Arrays.equals(prompt.ids, ids);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ids);
    }

    @Override
    public String toString() {
        return "Prompt[%d ids]".formatted(ids.length);
    }
}
