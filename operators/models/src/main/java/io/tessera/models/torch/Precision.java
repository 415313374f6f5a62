/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.torch;

/** How a decoder's linear layers compute. Everything else is float32, logits too. */
public enum Precision {
    /** float32 throughout: what recorded cases judge. */
    FP32(0, 4),
    /** bfloat16 weights and products, packed for oneDNN: fastest for long prompts and images. */
    BF16(4, 2),
    /** float16 weights packed for FBGEMM, float32 arithmetic: nearest to FP32 of the fast ones. */
    FP16(2, 2),
    /**
     * 8-bit weights by row, activations scaled by row, so that a row never feels its neighbours.
     */
    INT8(3, 1);

    private final int mode;
    private final int bytes;

    Precision(int mode, int bytes) {
        this.mode = mode;
        this.bytes = bytes;
    }

    /** The number by which the decoder module knows it. */
    int mode() {
        return mode;
    }

    /** Bytes that a weight takes in memory. */
    public int bytesPerWeight() {
        return bytes;
    }
}
