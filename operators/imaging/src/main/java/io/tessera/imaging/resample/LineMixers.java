/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.resample;

/** Chooses the loops that resampling runs on. */
public final class LineMixers {
    private LineMixers() {}

    /** New loops in plain Java. */
    public static LineMixer plain() {
        return new PlainMixer();
    }

    /** New loops of the fastest kind that this runtime offers. */
    public static LineMixer fastest() {
        return plain();
    }
}
