/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.checkpoint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The names that the {@code -hf} re-releases of InternVL give to the published tensors. Source:
 * {@code convert_internvl_weights_to_hf.py} of transformers.
 */
final class HubRenames {
    private record Rename(String from, String to) {}

    private static final List<Rename> RENAMES =
            List.of(
                    new Rename("multi_modal_projector.layer_norm", "mlp1.0"),
                    new Rename("multi_modal_projector.linear_1", "mlp1.1"),
                    new Rename("multi_modal_projector.linear_2", "mlp1.3"),
                    new Rename(
                            "vision_tower.embeddings.cls_token",
                            "vision_model.embeddings.class_embedding"),
                    new Rename(
                            "vision_tower.embeddings.position_embeddings",
                            "vision_model.embeddings.position_embedding"),
                    new Rename(
                            "vision_tower.embeddings.patch_embeddings.projection.",
                            "vision_model.embeddings.patch_embedding."),
                    new Rename("vision_tower.encoder.layer.", "vision_model.encoder.layers."),
                    new Rename(".lambda_", ".ls"),
                    new Rename(".layernorm_before.", ".norm1."),
                    new Rename(".layernorm_after.", ".norm2."),
                    new Rename(".attention.projection_layer.", ".attn.proj."),
                    new Rename(".attention.q_norm.", ".attn.q_norm."),
                    new Rename(".attention.k_norm.", ".attn.k_norm."));

    private HubRenames() {}

    static Map<String, TensorLocation> apply(Map<String, TensorLocation> tensors) {
        Map<String, TensorLocation> renamed = new LinkedHashMap<>();
        tensors.forEach(
                (name, tensor) -> {
                    String published = name.startsWith("model.") ? name.substring(6) : name;
                    for (Rename rename : RENAMES) {
                        published = published.replace(rename.from, rename.to);
                    }
                    renamed.put(published, tensor.renamed(published));
                });
        return renamed;
    }
}
