/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.torch;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import io.tessera.models.checkpoint.Checkpoint;
import io.tessera.models.checkpoint.LanguageShape;
import java.util.ArrayList;
import java.util.List;

/**
 * A decoder in native memory. One thread at a time calls {@link #forward}; embedding is free for
 * all. Whatever else is in a pass, a request's logits are those it would have alone.
 */
public final class TorchDecoder implements AutoCloseable {
    private final LanguageShape shape;
    private final PtNDManager manager;
    private final TorchModule module;

    private TorchDecoder(LanguageShape shape, PtNDManager manager, TorchModule module) {
        this.shape = shape;
        this.manager = manager;
        this.module = module;
    }

    /** Loads the decoder of a checkpoint whose inventory is usable. */
    public static TorchDecoder load(Checkpoint checkpoint, Precision precision, Adapter adapter) {
        PtNDManager manager = TorchRuntime.instance().newManager();
        TorchModule module = new TorchModule("Decoder", manager);
        try (PtNDManager scratch = (PtNDManager) manager.newSubManager();
                WeightReader weights = new WeightReader(checkpoint, scratch)) {
            new DecoderLoader(checkpoint, weights, adapter, module, scratch)
                    .load(manager, precision);
        } catch (RuntimeException e) {
            manager.close();
            throw e;
        }
        return new TorchDecoder(checkpoint.language(), manager, module);
    }

    public LanguageShape shape() {
        return shape;
    }

    /** An empty sequence with room for {@code positions}; it grows when needed. */
    public Sequence newSequence(int positions) {
        return new Sequence(shape, manager, positions);
    }

    /** Embeddings of token ids, which must lie in the vocabulary. */
    public Rows embed(int... ids) {
        long[] wide = new long[ids.length];
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] < 0 || ids[i] >= shape.vocabulary()) {
                throw new IllegalArgumentException(
                        "id %d is outside the vocabulary of %d"
                                .formatted(ids[i], shape.vocabulary()));
            }
            wide[i] = ids[i];
        }
        try (PtNDManager scope = (PtNDManager) manager.newSubManager()) {
            return new Rows(module.tensor(manager, "embed", (PtNDArray) scope.create(wide)), false);
        }
    }

    /**
     * One pass over all steps at once. Each step's keys and values are cached.
     *
     * @return of each step the float32 logits that follow its last row, [steps][vocabulary]
     */
    public float[][] forward(List<DecoderStep> steps) {
        try (PtNDManager scope = (PtNDManager) manager.newSubManager()) {
            int count = steps.size();
            long[] lengths = new long[count];
            long[] past = new long[count];
            long[] last = new long[count];
            double[] bases = new double[count];
            List<PtNDArray> rows = new ArrayList<>();
            List<PtNDArray> keys = new ArrayList<>();
            List<PtNDArray> values = new ArrayList<>();
            List<Long> image = new ArrayList<>();
            int at = 0;
            for (int i = 0; i < count; i++) {
                DecoderStep step = steps.get(i);
                Sequence sequence = step.sequence();
                lengths[i] = step.count();
                past[i] = sequence.length();
                sequence.reserve(step.count());
                int after = sequence.length() + step.count();
                bases[i] = RotaryBase.at(shape, Math.max(step.promptLength(), after));
                keys.add(sequence.keys());
                values.add(sequence.values());
                for (Rows part : step.rows()) {
                    rows.add(part.tensor());
                    for (int r = 0; part.image() && r < part.count(); r++) {
                        image.add((long) at + r);
                    }
                    at += part.count();
                }
                last[i] = at - 1L;
            }
            PtNDArray logits =
                    module.tensor(
                            scope,
                            "forward",
                            module.tensor(scope, "joined", rows),
                            (PtNDArray) scope.create(image.stream().mapToLong(n -> n).toArray()),
                            lengths,
                            past,
                            bases,
                            keys,
                            values,
                            (PtNDArray) scope.create(last));
            steps.forEach(step -> step.sequence().advance(step.count()));
            return split(logits, count);
        }
    }

    private float[][] split(PtNDArray logits, int count) {
        float[] flat = logits.toFloatArray();
        int width = flat.length / count;
        float[][] rows = new float[count][];
        for (int i = 0; i < count; i++) {
            rows[i] = java.util.Arrays.copyOfRange(flat, i * width, (i + 1) * width);
        }
        return rows;
    }

    @Override
    public void close() {
        module.close();
        manager.close();
    }
}
