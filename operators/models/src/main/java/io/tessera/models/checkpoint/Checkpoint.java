/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.checkpoint;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;

/**
 * A checkpoint folder, read but not loaded: what it is and where its tensors lie. Names are those
 * of the published (not renamed) repositories.
 *
 * @param folder the folder
 * @param family which family
 * @param config the parsed config.json
 * @param language sizes of the decoder
 * @param tower sizes of the vision tower
 * @param tensors by name
 */
public record Checkpoint(
        Path folder,
        Family family,
        JsonNode config,
        LanguageShape language,
        TowerShape tower,
        Map<String, TensorLocation> tensors) {
    public Checkpoint {
        requireNonNull(folder, "folder is null");
        requireNonNull(family, "family is null");
        tensors = Map.copyOf(tensors);
    }

    /** Bytes of all tensors as stored. */
    public long bytes() {
        return tensors.values().stream().mapToLong(t -> t.elements() * t.type().bytes()).sum();
    }

    /** Prefix of the decoder's tensor names. */
    public String languagePrefix() {
        return family == Family.INTERNVL2_5 ? "language_model." : "";
    }
}
