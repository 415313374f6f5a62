/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.reading.engine;

import java.util.Set;

/**
 * What an engine can do.
 *
 * @param name literal, torch or endpoint
 * @param modelDigest digest of the model's files, or the model's name at an endpoint; empty if none
 * @param languages languages it answers in; empty for any
 * @param imagesPerRequest most images in one request; 0 for an engine that never looks
 * @param contextTokens longest prompt in tokens, images included; 0 where it does not apply
 * @param deterministic whether equal requests give equal readings
 */
public record EngineAbilities(
        String name,
        String modelDigest,
        Set<String> languages,
        int imagesPerRequest,
        int contextTokens,
        boolean deterministic) {
    public EngineAbilities {
        languages = Set.copyOf(languages);
    }
}
