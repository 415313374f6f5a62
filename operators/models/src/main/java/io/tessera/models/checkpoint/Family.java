/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.checkpoint;

/** The model families. Each has its own image preparation, prompt and tensor names. */
public enum Family {
    /** InternLM-XComposer-2.5: 560 px tiles, global view, task adapters. */
    XCOMPOSER2D5("xcomposer2d5"),
    /** InternLM-XComposer2-4KHD: 336 px tiles, global view. */
    XCOMPOSER2_4KHD("xcomposer2-4khd"),
    /** InternLM-XComposer2: one square picture. */
    XCOMPOSER2("xcomposer2"),
    /** InternVL 2.5 in any size. */
    INTERNVL2_5("internvl2_5");

    private final String id;

    Family(String id) {
        this.id = id;
    }

    /** The name on the command line and in recorded cases. */
    public String id() {
        return id;
    }

    public boolean xcomposer() {
        return this != INTERNVL2_5;
    }
}
