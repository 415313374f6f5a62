/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.torch;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;

/** The rotary tables as the decoder computes them, for checks. */
public final class RotaryTables implements AutoCloseable {
    private final PtNDManager manager = TorchRuntime.instance().newManager();
    private final TorchModule decoder = new TorchModule("Decoder", manager);

    /** Reciprocal frequencies, [dim / 2] float32. */
    public float[] frequencies(double base, int dim) {
        try (PtNDManager scope = (PtNDManager) manager.newSubManager()) {
            return decoder.tensor(scope, "frequencies", base, dim).toFloatArray();
        }
    }

    /** Cosines and sines of positions, each [positions, dim] float32. */
    public float[][] cosAndSin(double base, int dim, int[] positions) {
        try (PtNDManager scope = (PtNDManager) manager.newSubManager()) {
            long[] wide = new long[positions.length];
            for (int i = 0; i < wide.length; i++) {
                wide[i] = positions[i];
            }
            PtNDArray at = (PtNDArray) scope.create(wide);
            return new float[][] {
                decoder.tensor(scope, "cosines", base, dim, at).toFloatArray(),
                decoder.tensor(scope, "sines", base, dim, at).toFloatArray()
            };
        }
    }

    @Override
    public void close() {
        decoder.close();
        manager.close();
    }
}
