/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.family;

import static java.util.Objects.requireNonNull;

import io.tessera.models.torch.Adapter;
import io.tessera.models.torch.Precision;

/**
 * How a checkpoint is loaded.
 *
 * @param precision of the decoder's linear layers
 * @param bf16Tower whether the vision tower computes in bfloat16
 * @param adapter task adapter of XComposer-2.5; BASE for the others
 */
public record ModelSettings(Precision precision, boolean bf16Tower, Adapter adapter) {
    /** float32 throughout: what recorded cases judge. */
    public static final ModelSettings EXACT =
            new ModelSettings(Precision.FP32, false, Adapter.BASE);

    public ModelSettings {
        requireNonNull(precision, "precision is null");
        requireNonNull(adapter, "adapter is null");
    }
}
