/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.torch;

import java.util.List;

/**
 * What one request contributes to a forward pass: rows that go behind what its sequence holds.
 *
 * @param sequence takes the keys and values
 * @param rows embeddings in order
 * @param promptLength positions by which the rotary base is chosen while the prompt is read, so
 *     that every chunk of a prompt turns as the whole prompt would; 0 for the length after this
 *     step
 */
public record DecoderStep(Sequence sequence, List<Rows> rows, int promptLength) {
    public DecoderStep {
        rows = List.copyOf(rows);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("rows is empty");
        }
    }

    int count() {
        return rows.stream().mapToInt(Rows::count).sum();
    }
}
