/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.torch;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import io.tessera.models.checkpoint.Checkpoint;
import io.tessera.models.checkpoint.Family;
import io.tessera.models.checkpoint.LanguageShape;
import io.tessera.models.checkpoint.LanguageShape.Layout;
import java.util.List;

/**
 * Fills the decoder module from a checkpoint, one matrix at a time, so that no unpacked copy of the
 * whole stays behind. InternLM2's wqkv, packed by key head, is brought into the order of Qwen2: all
 * queries, all keys, all values.
 */
final class DecoderLoader {
    /**
     * Partial LoRA of 4KHD has rank 8 and alpha 16 on wqkv; every other has alpha equal to rank.
     */
    private static final double SCALE_4KHD_WQKV = 2.0;

    private final Checkpoint checkpoint;
    private final LanguageShape shape;
    private final WeightReader weights;
    private final Adapter adapter;
    private final TorchModule decoder;
    private final PtNDManager scratch;

    DecoderLoader(
            Checkpoint checkpoint,
            WeightReader weights,
            Adapter adapter,
            TorchModule decoder,
            PtNDManager scratch) {
        this.checkpoint = checkpoint;
        this.shape = checkpoint.language();
        this.weights = weights;
        this.adapter = adapter;
        this.decoder = decoder;
        this.scratch = scratch;
    }

    /**
     * Fills the module.
     *
     * @param keep owns what the module goes on using
     */
    void load(PtNDManager keep, Precision precision) {
        boolean packed = shape.layout() == Layout.INTERNLM2;
        String prefix = checkpoint.languagePrefix();
        String table = prefix + (packed ? "model.tok_embeddings" : "model.embed_tokens");
        decoder.run(
                "configure",
                shape.layers(),
                shape.heads(),
                shape.kvHeads(),
                shape.headDim(),
                shape.mlp(),
                shape.eps(),
                precision.mode(),
                weights.read(
                        keep,
                        table + ".weight",
                        precision == Precision.FP32
                                ? WeightReader.FLOAT32
                                : WeightReader.BFLOAT16));
        for (int i = 0; i < shape.layers(); i++) {
            String layer = prefix + "model.layers." + i + ".";
            norm(keep, layer + (packed ? "attention_norm" : "input_layernorm"));
            norm(keep, layer + (packed ? "ffn_norm" : "post_attention_layernorm"));
            if (packed) {
                packedLayer(keep, layer);
            } else {
                separateLayer(layer);
            }
        }
        norm(keep, prefix + "model.norm");
        try (PtNDManager scope = scope()) {
            add(
                    weights.read(scope, prefix + (packed ? "output" : "lm_head") + ".weight"),
                    WeightReader.empty(scope));
        }
    }

    private void packedLayer(PtNDManager keep, String layer) {
        long[] order = headOrder();
        String wqkv = layer + "attention.wqkv";
        try (PtNDManager scope = scope()) {
            add(weights.rows(scope, merged(scope, wqkv), order), WeightReader.empty(scope));
        }
        single(layer + "attention.wo");
        String w1 = layer + "feed_forward.w1";
        String w3 = layer + "feed_forward.w3";
        String w2 = layer + "feed_forward.w2";
        try (PtNDManager scope = scope()) {
            add(
                    weights.stack(scope, List.of(merged(scope, w1), merged(scope, w3))),
                    WeightReader.empty(scope));
        }
        single(w2);
        if (checkpoint.family().xcomposer()) {
            double scale = checkpoint.family() == Family.XCOMPOSER2_4KHD ? SCALE_4KHD_WQKV : 1;
            partial(keep, wqkv, scale, order);
            partial(keep, layer + "attention.wo", 1, null);
            partial(keep, w1, 1, null);
            partial(keep, w3, 1, null);
            partial(keep, w2, 1, null);
        }
    }

    private void separateLayer(String layer) {
        String q = layer + "self_attn.q_proj";
        String k = layer + "self_attn.k_proj";
        String v = layer + "self_attn.v_proj";
        try (PtNDManager scope = scope()) {
            PtNDArray weight =
                    weights.stack(
                            scope,
                            List.of(
                                    weights.read(scope, q + ".weight"),
                                    weights.read(scope, k + ".weight"),
                                    weights.read(scope, v + ".weight")));
            PtNDArray bias =
                    weights.has(q + ".bias")
                            ? weights.stack(
                                    scope,
                                    List.of(
                                            weights.read(scope, q + ".bias"),
                                            weights.read(scope, k + ".bias"),
                                            weights.read(scope, v + ".bias")))
                            : WeightReader.empty(scope);
            add(weight, bias);
        }
        single(layer + "self_attn.o_proj");
        try (PtNDManager scope = scope()) {
            add(
                    weights.stack(
                            scope,
                            List.of(
                                    weights.read(scope, layer + "mlp.gate_proj.weight"),
                                    weights.read(scope, layer + "mlp.up_proj.weight"))),
                    WeightReader.empty(scope));
        }
        single(layer + "mlp.down_proj");
    }

    /**
     * Rows of wqkv in the order queries, keys, values: models of one key head g hold q..., k, v.
     */
    private long[] headOrder() {
        int group = shape.heads() / shape.kvHeads();
        int dim = shape.headDim();
        long[] order = new long[(shape.heads() + 2 * shape.kvHeads()) * dim];
        int at = 0;
        for (int head = 0; head < shape.heads(); head++) {
            at = rows(order, at, (head / group) * (group + 2) + head % group, dim);
        }
        for (int part = 0; part < 2; part++) {
            for (int g = 0; g < shape.kvHeads(); g++) {
                at = rows(order, at, g * (group + 2) + group + part, dim);
            }
        }
        return order;
    }

    private static int rows(long[] order, int at, int block, int dim) {
        for (int i = 0; i < dim; i++) {
            order[at + i] = (long) block * dim + i;
        }
        return at + dim;
    }

    private void norm(PtNDManager keep, String name) {
        decoder.run("norm", weights.read(keep, name + ".weight"));
    }

    private void single(String name) {
        try (PtNDManager scope = scope()) {
            add(merged(scope, name), WeightReader.empty(scope));
        }
    }

    private PtNDArray merged(PtNDManager scope, String name) {
        PtNDArray weight = weights.read(scope, name + ".weight");
        for (String part : adapter.parts()) {
            weight =
                    weights.merge(
                            scope,
                            weight,
                            weights.read(scope, name + "." + part + "_A.weight"),
                            weights.read(scope, name + "." + part + "_B.weight"));
        }
        return weight;
    }

    private void partial(
            PtNDManager keep,
            String name,
            double scale,
            long @org.jspecify.annotations.Nullable [] order) {
        try (PtNDManager scope = scope()) {
            PtNDArray down = weights.read(keep, name + ".Plora_A.weight");
            PtNDArray up = weights.read(scope, name + ".Plora_B.weight");
            if (order != null) {
                up = weights.rows(scope, up, order);
            }
            decoder.run("partial", down, weights.scale(keep, up, scale));
        }
    }

    /**
     * Hands a matrix over; the module packs it or keeps it, so its native memory outlives scope.
     */
    private void add(PtNDArray weight, PtNDArray bias) {
        decoder.run("linear", weight, bias);
    }

    private PtNDManager scope() {
        return (PtNDManager) scratch.newSubManager();
    }
}
