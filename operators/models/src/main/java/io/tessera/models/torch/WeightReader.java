/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.torch;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import io.tessera.models.checkpoint.Checkpoint;
import io.tessera.models.checkpoint.TensorLocation;
import io.tessera.models.checkpoint.TensorType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads tensors of a checkpoint: each file is mapped once and tensors are views into it, widened on
 * the way out. Offsets were checked when the headers were read, so nothing reaches outside. Not
 * thread-safe; closing unmaps, which results do not mind: they are copies.
 */
final class WeightReader implements AutoCloseable {
    static final int FLOAT32 = 6;
    static final int BFLOAT16 = 15;

    private final Checkpoint checkpoint;
    private final PtNDManager maps;
    private final TorchModule module;
    private final Map<String, PtNDArray> mapped = new HashMap<>();

    WeightReader(Checkpoint checkpoint, PtNDManager parent) {
        this.checkpoint = checkpoint;
        maps = (PtNDManager) parent.newSubManager();
        module = new TorchModule("Weights", maps);
    }

    boolean has(String name) {
        return checkpoint.tensors().containsKey(name);
    }

    /** A tensor by name, copied and widened to float32. */
    PtNDArray read(PtNDManager target, String name) {
        return read(target, name, FLOAT32);
    }

    /** A tensor by name, copied to a dtype by torch's number. */
    PtNDArray read(PtNDManager target, String name, int dtype) {
        TensorLocation tensor = checkpoint.tensors().get(name);
        if (tensor == null) {
            throw new IllegalStateException("tensor is not in the checkpoint: " + name);
        }
        return module.tensor(
                target,
                "view",
                map(tensor.file(), tensor.type(), tensor.offset() % tensor.type().bytes()),
                longs(tensor.shape()),
                longs(tensor.strides()),
                tensor.offset() / tensor.type().bytes(),
                dtype);
    }

    /** A tensor if there is one, else one without elements. */
    PtNDArray readOrEmpty(PtNDManager target, String name) {
        return has(name) ? read(target, name) : empty(target);
    }

    static PtNDArray empty(PtNDManager target) {
        return (PtNDArray) target.zeros(new Shape(0), DataType.FLOAT32);
    }

    private PtNDArray map(Path file, TensorType type, long misalignment) {
        if (misalignment != 0) {
            throw new IllegalStateException(
                    "%s: a tensor does not begin at a multiple of its element; convert the file"
                            .formatted(file));
        }
        return mapped.computeIfAbsent(
                file + ":" + type,
                key -> {
                    try {
                        return module.tensor(
                                maps,
                                "map",
                                file.toString(),
                                Files.size(file) / type.bytes(),
                                number(type));
                    } catch (IOException e) {
                        throw new IllegalStateException(file + " vanished", e);
                    }
                });
    }

    /** Torch's number of an element type. */
    private static int number(TensorType type) {
        return switch (type) {
            case F32 -> FLOAT32;
            case F16 -> 5;
            case BF16 -> BFLOAT16;
            case I64 -> 4;
        };
    }

    /** Rows by index. */
    PtNDArray rows(PtNDManager target, PtNDArray tensor, long[] index) {
        try (PtNDManager scope = (PtNDManager) target.newSubManager()) {
            return module.tensor(target, "rows", tensor, (PtNDArray) scope.create(index));
        }
    }

    /** Tensors one below the other. */
    PtNDArray stack(PtNDManager target, List<PtNDArray> parts) {
        return module.tensor(target, "stack", parts);
    }

    /** {@code w + b a}, in float32. */
    PtNDArray merge(PtNDManager target, PtNDArray w, PtNDArray a, PtNDArray b) {
        return module.tensor(target, "merge", w, a, b);
    }

    PtNDArray scale(PtNDManager target, PtNDArray tensor, double by) {
        return module.tensor(target, "scale", tensor, by);
    }

    private static long[] longs(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).toArray();
    }

    @Override
    public void close() {
        module.close();
        maps.close();
    }
}
