/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.torch;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import io.tessera.models.checkpoint.Checkpoint;
import io.tessera.models.checkpoint.Family;
import io.tessera.models.checkpoint.TowerShape;
import java.util.ArrayList;
import java.util.List;

/**
 * Fills tower and projector modules. Both towers keep a flat list of tensors: a few at the front,
 * then sixteen places a layer; a place without tensor holds one without elements.
 */
final class TowerLoader {
    private static final String CLIP = "vit.vision_tower.vision_model.";
    private static final String INTERN = "vision_model.";

    private final Checkpoint checkpoint;
    private final TowerShape shape;
    private final WeightReader weights;
    private final int dtype;
    private final PtNDManager scratch;

    TowerLoader(Checkpoint checkpoint, WeightReader weights, boolean bf16, PtNDManager scratch) {
        this.checkpoint = checkpoint;
        this.shape = checkpoint.tower();
        this.weights = weights;
        this.dtype = bf16 ? WeightReader.BFLOAT16 : WeightReader.FLOAT32;
        this.scratch = scratch;
    }

    void load(TorchModule tower, TorchModule projector, PtNDManager keep) {
        if (shape.kind() == TowerShape.Kind.CLIP) {
            tower.run("configure", shape.layers(), shape.heads(), dtype, clip(keep));
            projector.run("configure", clipProjector(keep));
        } else {
            tower.run(
                    "configure",
                    shape.layers(),
                    shape.heads(),
                    shape.eps(),
                    shape.rmsNorm(),
                    shape.qkNorm(),
                    dtype,
                    internVit(keep));
            projector.run("configure", internProjector(keep));
        }
    }

    private List<PtNDArray> clip(PtNDManager keep) {
        List<PtNDArray> list = new ArrayList<>();
        list.add(read(keep, CLIP + "embeddings.patch_embedding.weight"));
        list.add(read(keep, CLIP + "embeddings.class_embedding"));
        list.add(read(keep, CLIP + "embeddings.position_embedding.weight"));
        pair(keep, list, CLIP + "pre_layrnorm");
        for (int i = 0; i < shape.layers(); i++) {
            String layer = CLIP + "encoder.layers." + i + ".";
            pair(keep, list, layer + "layer_norm1");
            pair(keep, list, layer + "self_attn.q_proj");
            pair(keep, list, layer + "self_attn.k_proj");
            pair(keep, list, layer + "self_attn.v_proj");
            pair(keep, list, layer + "self_attn.out_proj");
            pair(keep, list, layer + "layer_norm2");
            pair(keep, list, layer + "mlp.fc1");
            pair(keep, list, layer + "mlp.fc2");
        }
        return list;
    }

    private List<PtNDArray> internVit(PtNDManager keep) {
        List<PtNDArray> list = new ArrayList<>();
        pair(keep, list, INTERN + "embeddings.patch_embedding");
        list.add(read(keep, INTERN + "embeddings.class_embedding"));
        list.add(read(keep, INTERN + "embeddings.position_embedding"));
        for (int i = 0; i < shape.layers(); i++) {
            String layer = INTERN + "encoder.layers." + i + ".";
            pair(keep, list, layer + "norm1");
            list.add(qkv(keep, layer, "weight"));
            list.add(qkv(keep, layer, "bias"));
            list.add(read(keep, layer + "attn.q_norm.weight"));
            list.add(read(keep, layer + "attn.k_norm.weight"));
            pair(keep, list, layer + "attn.proj");
            list.add(read(keep, layer + "ls1"));
            list.add(read(keep, layer + "ls2"));
            pair(keep, list, layer + "norm2");
            pair(keep, list, layer + "mlp.fc1");
            pair(keep, list, layer + "mlp.fc2");
        }
        return list;
    }

    /** Queries, keys and values as one; the re-releases hold them as thirds. */
    private PtNDArray qkv(PtNDManager keep, String layer, String part) {
        if (!weights.has(layer + "attention.q_proj." + part)) {
            return read(keep, layer + "attn.qkv." + part);
        }
        return weights.stack(
                keep,
                List.of(
                        read(scratch, layer + "attention.q_proj." + part),
                        read(scratch, layer + "attention.k_proj." + part),
                        read(scratch, layer + "attention.v_proj." + part)));
    }

    private List<PtNDArray> clipProjector(PtNDManager keep) {
        List<PtNDArray> list = new ArrayList<>();
        for (String name : List.of("vision_proj.0", "vision_proj.2")) {
            list.add(weights.read(keep, name + ".weight"));
            list.add(weights.read(keep, name + ".bias"));
        }
        if (checkpoint.family() != Family.XCOMPOSER2) {
            list.add(weights.read(keep, "plora_glb_GN"));
            list.add(weights.read(keep, "plora_sub_GN"));
        }
        return list;
    }

    private List<PtNDArray> internProjector(PtNDManager keep) {
        List<PtNDArray> list = new ArrayList<>();
        for (String name : List.of("mlp1.1", "mlp1.3", "mlp1.0")) {
            list.add(weights.read(keep, name + ".weight"));
            list.add(weights.read(keep, name + ".bias"));
        }
        return list;
    }

    private void pair(PtNDManager keep, List<PtNDArray> list, String name) {
        list.add(read(keep, name + ".weight"));
        list.add(read(keep, name + ".bias"));
    }

    private PtNDArray read(PtNDManager keep, String name) {
        return weights.has(name) ? weights.read(keep, name, dtype) : WeightReader.empty(keep);
    }
}
