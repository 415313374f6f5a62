/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.torch;

import ai.djl.pytorch.engine.PtNDArray;

/**
 * Embeddings in native memory: [count, hidden] float32. Immutable; closing frees them, whoever
 * still holds the object.
 */
public final class Rows implements AutoCloseable {
    private final PtNDArray tensor;
    private final boolean image;

    Rows(PtNDArray tensor, boolean image) {
        this.tensor = tensor;
        this.image = image;
    }

    PtNDArray tensor() {
        return tensor;
    }

    /** Whether Partial LoRA applies: rows of the vision path of XComposer, separators included. */
    boolean image() {
        return image;
    }

    /** Positions that they take. */
    public int count() {
        return Math.toIntExact(tensor.getShape().get(0));
    }

    /** Rows from {@code first} up to {@code last}, exclusive, as an object of its own. */
    public Rows slice(int first, int last) {
        return new Rows(
                (PtNDArray) tensor.get(new ai.djl.ndarray.index.NDIndex(first + ":" + last)),
                image);
    }

    /** The numbers, row after row. */
    public float[] toArray() {
        return tensor.toFloatArray();
    }

    @Override
    public void close() {
        tensor.close();
    }
}
