/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.torch;

import java.util.List;

/**
 * Task adapters of InternLM-XComposer-2.5. They apply to every token, so they are merged into the
 * weights, in float32, when a decoder is loaded.
 */
public enum Adapter {
    BASE,
    WRITE,
    WEB;

    List<String> parts() {
        return switch (this) {
            case BASE -> List.of();
            case WRITE -> List.of("lora_sft", "lora_dpo");
            case WEB -> List.of("lora_web");
        };
    }
}
