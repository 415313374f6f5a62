/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.resample;

/** Which way a picture is resampled first. */
public enum PassOrder {
    /** Pillow's own order. */
    ACROSS_FIRST,
    /** The order that Pillow runs on a transposed picture, seen on the untransposed one. */
    DOWN_FIRST
}
