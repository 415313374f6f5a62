/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.checkpoint;

import io.tessera.models.torch.Precision;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a checkpoint is and what running it takes, without loading a weight.
 *
 * @param checkpoint the folder
 * @param inventory what is missing, unexpected or of another shape
 * @param parameters elements of all tensors
 * @param types bytes by element type as stored
 * @param memory bytes of weights in memory by precision of the decoder
 * @param bytesPerPosition keys and values of one position of a request
 */
public record CheckpointReport(
        Checkpoint checkpoint,
        Inventory inventory,
        long parameters,
        Map<TensorType, Long> types,
        Map<Precision, Long> memory,
        long bytesPerPosition) {
    public CheckpointReport {
        types = Map.copyOf(types);
        memory = Map.copyOf(memory);
    }

    /**
     * Looks at a folder.
     *
     * @throws BadCheckpoint where it cannot be read at all; what is merely incomplete is reported
     */
    public static CheckpointReport of(Path folder) throws BadCheckpoint {
        Checkpoint checkpoint = CheckpointFolder.open(folder);
        Map<TensorType, Long> types = new EnumMap<>(TensorType.class);
        long parameters = 0;
        long decoder = 0;
        for (TensorLocation tensor : checkpoint.tensors().values()) {
            parameters += tensor.elements();
            types.merge(tensor.type(), tensor.elements() * tensor.type().bytes(), Long::sum);
            decoder += decoderMatrix(tensor) ? tensor.elements() : 0;
        }
        Map<Precision, Long> memory = new EnumMap<>(Precision.class);
        for (Precision precision : Precision.values()) {
            long others = (parameters - decoder) * Float.BYTES;
            memory.put(precision, decoder * precision.bytesPerWeight() + others);
        }
        LanguageShape shape = checkpoint.language();
        long position = 2L * Float.BYTES * shape.layers() * shape.kvHeads() * shape.headDim();
        return new CheckpointReport(
                checkpoint, Inventory.of(checkpoint), parameters, types, memory, position);
    }

    /** Matrices of the decoder's layers and its output; their precision can be chosen. */
    private static boolean decoderMatrix(TensorLocation tensor) {
        boolean language =
                tensor.name().contains("model.layers.") || tensor.name().contains("output.");
        return (language || tensor.name().contains("lm_head.")) && tensor.shape().size() == 2;
    }

    /** What people read: one fact a line. */
    public Map<String, String> lines() {
        LanguageShape shape = checkpoint.language();
        TowerShape tower = checkpoint.tower();
        Map<String, String> lines = new TreeMap<>();
        lines.put("family", checkpoint.family().id());
        lines.put("parameters", String.format(Locale.ROOT, "%.2f billion", parameters / 1e9));
        lines.put(
                "decoder",
                "%s, %d layers, width %d, %d heads on %d key heads, vocabulary %d"
                        .formatted(
                                shape.layout().name().toLowerCase(Locale.ROOT),
                                shape.layers(),
                                shape.hidden(),
                                shape.heads(),
                                shape.kvHeads(),
                                shape.vocabulary()));
        lines.put(
                "tower",
                "%s, %d layers, width %d, tiles of %d pixels"
                        .formatted(
                                tower.kind().name().toLowerCase(Locale.ROOT),
                                tower.layers(),
                                tower.width(),
                                tower.side()));
        return lines;
    }
}
