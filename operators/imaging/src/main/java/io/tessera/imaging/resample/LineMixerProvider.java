/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.resample;

/** Offers loops of another kind, found by {@link java.util.ServiceLoader}. */
public interface LineMixerProvider {
    /** Short name of the kind, for measurements. */
    String name();

    /** Whether this runtime can run them. */
    boolean available();

    /** New loops for one thread; only where {@link #available}. */
    LineMixer create();
}
