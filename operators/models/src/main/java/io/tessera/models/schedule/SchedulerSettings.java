/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.schedule;

/**
 * Bounds of a scheduler.
 *
 * @param kvBytes keys and values of all running requests together
 * @param chunk rows of a prompt that are read in one pass
 * @param waiting most requests that wait; submitting blocks beyond it
 */
public record SchedulerSettings(long kvBytes, int chunk, int waiting) {
    public static final SchedulerSettings DEFAULTS = new SchedulerSettings(1L << 30, 512, 256);

    public SchedulerSettings {
        if (kvBytes < 1 || chunk < 1 || waiting < 1) {
            throw new IllegalArgumentException(
                    "kvBytes is %d, chunk %d, waiting %d; each must be positive"
                            .formatted(kvBytes, chunk, waiting));
        }
    }
}
