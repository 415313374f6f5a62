/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.checkpoint;

/**
 * Sizes of a decoder.
 *
 * @param layout how its tensors are named and packed
 * @param hidden width of the residual stream
 * @param layers decoder layers
 * @param heads query heads
 * @param kvHeads key and value heads; divides heads
 * @param headDim width of a head
 * @param mlp width inside the gated feed-forward
 * @param vocabulary rows of the token embedding and of the output
 * @param eps of RMSNorm
 * @param theta rotary base
 * @param ntkFactor factor of dynamic NTK; 0 where the base never grows
 * @param positions position from which dynamic NTK grows the base
 * @param maxPrompt longest prompt in tokens of the authors' chat; 0 where they set none
 */
public record LanguageShape(
        Layout layout,
        int hidden,
        int layers,
        int heads,
        int kvHeads,
        int headDim,
        int mlp,
        int vocabulary,
        double eps,
        double theta,
        double ntkFactor,
        int positions,
        int maxPrompt) {
    /** How a decoder's tensors are named. */
    public enum Layout {
        /** InternLM2: wqkv packed by key head, w1, w2, w3. */
        INTERNLM2,
        /** Qwen2 and Llama: separate q, k, v; gate, up, down. */
        SEPARATE
    }

    public LanguageShape {
        requirePositive("hidden_size", hidden);
        requirePositive("num_hidden_layers", layers);
        requirePositive("num_attention_heads", heads);
        requirePositive("num_key_value_heads", kvHeads);
        requirePositive("intermediate_size", mlp);
        requirePositive("vocab_size", vocabulary);
        requirePositive("max_position_embeddings", positions);
        if (heads % kvHeads != 0 || hidden != heads * headDim || headDim % 2 != 0) {
            throw new IllegalArgumentException(
                    "%d heads on %d key heads do not divide a width of %d"
                            .formatted(heads, kvHeads, hidden));
        }
    }

    static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " is " + value);
        }
    }
}
