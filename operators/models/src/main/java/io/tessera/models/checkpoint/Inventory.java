/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.checkpoint;

import io.tessera.models.checkpoint.LanguageShape.Layout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a checkpoint of its shape must hold, against what it holds: every missing, unexpected and
 * misshapen tensor by name, before anything runs. Source of the names: the published repositories'
 * modelling files and hub indexes.
 *
 * @param missing names that must be there and are not
 * @param unexpected names that no code would read
 * @param misshapen name, shape found and shape expected
 */
public record Inventory(List<String> missing, List<String> unexpected, List<String> misshapen) {
    private static final String CLIP = "vit.vision_tower.vision_model.";
    private static final String INTERN = "vision_model.";

    public Inventory {
        missing = List.copyOf(missing);
        unexpected = List.copyOf(unexpected);
        misshapen = List.copyOf(misshapen);
    }

    /** Compares a checkpoint with what its shape demands. */
    public static Inventory of(Checkpoint checkpoint) {
        Map<String, List<Integer>> expected = expected(checkpoint);
        List<String> missing = new ArrayList<>();
        List<String> misshapen = new ArrayList<>();
        expected.forEach(
                (name, shape) -> {
                    TensorLocation tensor = checkpoint.tensors().get(name);
                    if (tensor == null) {
                        missing.add(name);
                    } else if (!matches(tensor.shape(), shape)) {
                        misshapen.add(
                                "%s is %s, expected %s".formatted(name, tensor.shape(), shape));
                    }
                });
        List<String> unexpected =
                checkpoint.tensors().keySet().stream()
                        .filter(name -> !expected.containsKey(name))
                        .filter(name -> !ignored(name))
                        .sorted()
                        .toList();
        return new Inventory(missing, unexpected, misshapen);
    }

    /** Whether nothing is missing or misshapen; what is unexpected does no harm. */
    public boolean usable() {
        return missing.isEmpty() && misshapen.isEmpty();
    }

    /**
     * Refuses a checkpoint that is not usable.
     *
     * @throws BadCheckpoint naming the first few tensors and how many there are
     */
    public void require(Checkpoint checkpoint) throws BadCheckpoint {
        if (!usable()) {
            throw new BadCheckpoint(
                    "%s lacks %d tensors %s and has %d of another shape %s; download it again"
                            .formatted(
                                    checkpoint.folder(),
                                    missing.size(),
                                    missing.subList(0, Math.min(3, missing.size())),
                                    misshapen.size(),
                                    misshapen.subList(0, Math.min(3, misshapen.size()))));
        }
    }

    /** Buffers that older exports carry and that are computed here. */
    private static boolean ignored(String name) {
        return name.endsWith("position_ids") || name.endsWith("inv_freq");
    }

    /** A dimension of -1 may be any, e.g. the rank of an adapter. */
    private static boolean matches(List<Long> found, List<Integer> expected) {
        if (found.size() != expected.size()) {
            return false;
        }
        for (int i = 0; i < found.size(); i++) {
            if (expected.get(i) >= 0 && found.get(i) != (long) expected.get(i)) {
                return false;
            }
        }
        return true;
    }

    static Map<String, List<Integer>> expected(Checkpoint checkpoint) {
        Map<String, List<Integer>> names = new LinkedHashMap<>();
        language(checkpoint, names);
        if (checkpoint.family() == Family.INTERNVL2_5) {
            internVit(checkpoint, names);
        } else {
            clip(checkpoint, names);
        }
        return names;
    }

    private static void language(Checkpoint checkpoint, Map<String, List<Integer>> names) {
        LanguageShape shape = checkpoint.language();
        String prefix = checkpoint.languagePrefix();
        boolean packed = shape.layout() == Layout.INTERNLM2;
        int hidden = shape.hidden();
        int kv = shape.kvHeads() * shape.headDim();
        List<Integer> table = List.of(shape.vocabulary(), hidden);
        names.put(
                prefix + (packed ? "model.tok_embeddings" : "model.embed_tokens") + ".weight",
                table);
        names.put(prefix + "model.norm.weight", List.of(hidden));
        names.put(prefix + (packed ? "output" : "lm_head") + ".weight", table);
        for (int i = 0; i < shape.layers(); i++) {
            String layer = prefix + "model.layers." + i + ".";
            if (packed) {
                names.put(layer + "attention_norm.weight", List.of(hidden));
                names.put(layer + "ffn_norm.weight", List.of(hidden));
                linear(checkpoint, names, layer + "attention.wqkv", hidden + 2 * kv, hidden);
                linear(checkpoint, names, layer + "attention.wo", hidden, hidden);
                linear(checkpoint, names, layer + "feed_forward.w1", shape.mlp(), hidden);
                linear(checkpoint, names, layer + "feed_forward.w3", shape.mlp(), hidden);
                linear(checkpoint, names, layer + "feed_forward.w2", hidden, shape.mlp());
            } else {
                separate(checkpoint, names, layer, kv);
            }
        }
    }

    private static void separate(
            Checkpoint checkpoint, Map<String, List<Integer>> names, String layer, int kv) {
        int hidden = checkpoint.language().hidden();
        int mlp = checkpoint.language().mlp();
        names.put(layer + "input_layernorm.weight", List.of(hidden));
        names.put(layer + "post_attention_layernorm.weight", List.of(hidden));
        boolean bias = checkpoint.tensors().containsKey(layer + "self_attn.q_proj.bias");
        for (String part : List.of("q", "k", "v")) {
            int rows = part.equals("q") ? hidden : kv;
            names.put(layer + "self_attn." + part + "_proj.weight", List.of(rows, hidden));
            if (bias) {
                names.put(layer + "self_attn." + part + "_proj.bias", List.of(rows));
            }
        }
        names.put(layer + "self_attn.o_proj.weight", List.of(hidden, hidden));
        names.put(layer + "mlp.gate_proj.weight", List.of(mlp, hidden));
        names.put(layer + "mlp.up_proj.weight", List.of(mlp, hidden));
        names.put(layer + "mlp.down_proj.weight", List.of(hidden, mlp));
    }

    private static void linear(
            Checkpoint checkpoint,
            Map<String, List<Integer>> names,
            String name,
            int rows,
            int columns) {
        names.put(name + ".weight", List.of(rows, columns));
        if (!checkpoint.family().xcomposer()) {
            return;
        }
        List<String> adapters =
                checkpoint.family() == Family.XCOMPOSER2D5
                        ? List.of(
                                "Plora_A.weight",
                                "lora_sft_A.weight",
                                "lora_dpo_A.weight",
                                "lora_web_A.weight")
                        : List.of("Plora_A.weight");
        for (String down : adapters) {
            names.put(name + "." + down, List.of(-1, columns));
            names.put(name + "." + down.replace("_A.", "_B."), List.of(rows, -1));
        }
    }

    private static void clip(Checkpoint checkpoint, Map<String, List<Integer>> names) {
        TowerShape tower = checkpoint.tower();
        int width = tower.width();
        int hidden = checkpoint.language().hidden();
        boolean tiled = checkpoint.family() != Family.XCOMPOSER2;
        names.put(CLIP + "embeddings.class_embedding", List.of(width));
        names.put(
                CLIP + "embeddings.patch_embedding.weight",
                List.of(width, 3, TowerShape.PATCH, TowerShape.PATCH));
        names.put(
                CLIP + "embeddings.position_embedding.weight",
                List.of(tower.grid() * tower.grid() + 1, width));
        pair(names, CLIP + "pre_layrnorm", List.of(width), width);
        if (checkpoint.tensors().containsKey(CLIP + "post_layernorm.weight")) {
            pair(names, CLIP + "post_layernorm", List.of(width), width);
        }
        for (int i = 0; i < tower.layers(); i++) {
            String layer = CLIP + "encoder.layers." + i + ".";
            for (String part : List.of("q", "k", "v", "out")) {
                pair(names, layer + "self_attn." + part + "_proj", List.of(width, width), width);
            }
            pair(names, layer + "layer_norm1", List.of(width), width);
            pair(names, layer + "layer_norm2", List.of(width), width);
            pair(names, layer + "mlp.fc1", List.of(tower.mlp(), width), tower.mlp());
            pair(names, layer + "mlp.fc2", List.of(width, tower.mlp()), width);
        }
        int features = tiled ? 4 * width : width;
        pair(names, "vision_proj.0", List.of(hidden, features), hidden);
        pair(names, "vision_proj.2", List.of(hidden, hidden), hidden);
        if (tiled) {
            names.put("plora_glb_GN", List.of(1, 1, features));
            names.put("plora_sub_GN", List.of(1, 1, 1, features));
        }
    }

    private static void internVit(Checkpoint checkpoint, Map<String, List<Integer>> names) {
        TowerShape tower = checkpoint.tower();
        int width = tower.width();
        int hidden = checkpoint.language().hidden();
        names.put(INTERN + "embeddings.class_embedding", List.of(1, 1, width));
        names.put(
                INTERN + "embeddings.position_embedding",
                List.of(1, tower.grid() * tower.grid() + 1, width));
        pair(
                names,
                INTERN + "embeddings.patch_embedding",
                List.of(width, 3, TowerShape.PATCH, TowerShape.PATCH),
                width);
        boolean thirds =
                checkpoint
                        .tensors()
                        .containsKey(INTERN + "encoder.layers.0.attention.q_proj.weight");
        for (int i = 0; i < tower.layers(); i++) {
            internVitLayer(names, INTERN + "encoder.layers." + i + ".", tower, thirds);
        }
        pair(names, "mlp1.0", List.of(4 * width), 4 * width);
        pair(names, "mlp1.1", List.of(hidden, 4 * width), hidden);
        pair(names, "mlp1.3", List.of(hidden, hidden), hidden);
    }

    private static void internVitLayer(
            Map<String, List<Integer>> names, String layer, TowerShape tower, boolean thirds) {
        int width = tower.width();
        names.put(layer + "ls1", List.of(width));
        names.put(layer + "ls2", List.of(width));
        for (String norm : List.of("norm1", "norm2")) {
            names.put(layer + norm + ".weight", List.of(width));
            if (!tower.rmsNorm()) {
                names.put(layer + norm + ".bias", List.of(width));
            }
        }
        List<String> parts =
                thirds
                        ? List.of("attention.q_proj", "attention.k_proj", "attention.v_proj")
                        : List.of("attn.qkv");
        int rows = thirds ? width : 3 * width;
        for (String part : parts) {
            names.put(layer + part + ".weight", List.of(rows, width));
            if (tower.qkvBias()) {
                names.put(layer + part + ".bias", List.of(rows));
            }
        }
        if (tower.qkNorm()) {
            names.put(layer + "attn.q_norm.weight", List.of(width));
            names.put(layer + "attn.k_norm.weight", List.of(width));
        }
        pair(names, layer + "attn.proj", List.of(width, width), width);
        pair(names, layer + "mlp.fc1", List.of(tower.mlp(), width), tower.mlp());
        pair(names, layer + "mlp.fc2", List.of(width, tower.mlp()), width);
    }

    private static void pair(
            Map<String, List<Integer>> names, String name, List<Integer> shape, int bias) {
        names.put(name + ".weight", shape);
        names.put(name + ".bias", List.of(bias));
    }
}
