/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import io.tessera.models.checkpoint.LanguageShape;

/**
 * The keys and values of one request: two contiguous regions [layers, key heads, capacity, head]
 * float32, grown in steps of 256 positions. Used by one thread at a time.
 */
public final class Sequence implements AutoCloseable {
    static final int STEP = 256;

    private final LanguageShape shape;
    private final PtNDManager manager;
    private PtNDArray keys;
    private PtNDArray values;
    private int capacity;
    private int length;

    Sequence(LanguageShape shape, PtNDManager parent, int positions) {
        this.shape = shape;
        manager = (PtNDManager) parent.newSubManager();
        capacity = rounded(positions);
        keys = allocate();
        values = allocate();
    }

    /** Bytes that a request of so many positions takes. */
    public static long bytes(LanguageShape shape, int positions) {
        return 2L
                * Float.BYTES
                * shape.layers()
                * shape.kvHeads()
                * shape.headDim()
                * rounded(positions);
    }

    private static int rounded(int positions) {
        return Math.multiplyExact((Math.max(1, positions) + STEP - 1) / STEP, STEP);
    }

    private PtNDArray allocate() {
        return (PtNDArray)
                manager.zeros(
                        new Shape(shape.layers(), shape.kvHeads(), capacity, shape.headDim()),
                        DataType.FLOAT32);
    }

    /** Positions that are cached. */
    public int length() {
        return length;
    }

    /** Bytes that the regions take now. */
    public long bytes() {
        return bytes(shape, capacity);
    }

    PtNDArray keys() {
        return keys;
    }

    PtNDArray values() {
        return values;
    }

    void advance(int positions) {
        length += positions;
    }

    /** Makes room for more positions, copying what is there once. */
    void reserve(int positions) {
        if (length + positions <= capacity) {
            return;
        }
        capacity = rounded(length + positions);
        keys = grown(keys);
        values = grown(values);
    }

    private PtNDArray grown(PtNDArray old) {
        PtNDArray fresh = allocate();
        copy(old, fresh, length);
        old.close();
        return fresh;
    }

    private static void copy(PtNDArray from, PtNDArray to, int positions) {
        if (positions > 0) {
            NDIndex used = new NDIndex(":, :, 0:" + positions + ", :");
            try (NDArray part = from.get(used)) {
                to.set(used, part);
            }
        }
    }

    /**
     * A sequence of its own that begins as this one, e.g. for another beam or another question on
     * the same image.
     *
     * @param positions how many of the cached positions it takes over
     * @param more room for so many beyond them
     */
    public Sequence fork(int positions, int more) {
        if (positions > length) {
            throw new IllegalArgumentException(
                    "%d positions of %d cannot be taken over".formatted(positions, length));
        }
        Sequence copy =
                new Sequence(shape, (PtNDManager) manager.getParentManager(), positions + more);
        copy.length = positions;
        copy(keys, copy.keys, positions);
        copy(values, copy.values, positions);
        return copy;
    }

    @Override
    public void close() {
        manager.close();
    }
}
