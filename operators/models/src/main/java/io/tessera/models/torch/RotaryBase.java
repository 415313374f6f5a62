/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.torch;

import io.tessera.models.checkpoint.LanguageShape;

/**
 * The base of the rotary embedding. With dynamic NTK of factor f it grows once a request is longer
 * than P positions: theta (f L / P - (f - 1)) ^ (d / (d - 2)). Source: {@code
 * InternLM2DynamicNTKScalingRotaryEmbedding} of the published repositories; unlike there a long
 * request leaves no trace in the next one.
 */
public final class RotaryBase {
    private RotaryBase() {}

    /** The base for a request of {@code length} positions. */
    public static double at(LanguageShape shape, int length) {
        return at(shape.theta(), shape.ntkFactor(), shape.positions(), shape.headDim(), length);
    }

    /**
     * The base from its parts.
     *
     * @param factor 0 where the base never grows
     * @param dim width of a head
     */
    public static double at(double theta, double factor, int positions, int dim, int length) {
        if (factor == 0 || length <= positions) {
            return theta;
        }
        double stretch = factor * length / positions - (factor - 1);
        return theta * Math.pow(stretch, dim / (dim - 2.0));
    }
}
