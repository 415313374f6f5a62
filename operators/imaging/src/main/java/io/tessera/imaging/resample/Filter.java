/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.resample;

/**
 * Interpolation kernels of Pillow's {@code Image.resize}, widened when shrinking.
 *
 * <p>Source: Pillow {@code src/libImaging/Resample.c} (releases 9.5 to 12.3 agree).
 */
public enum Filter {
    /** Triangle of radius 1; torchvision's default for pictures. */
    BILINEAR(1.0) {
        @Override
        double at(double distance) {
            return distance < 1.0 ? 1.0 - distance : 0.0;
        }
    },
    /** Cubic convolution of radius 2 with a = -0.5; Pillow's own default. */
    BICUBIC(2.0) {
        @Override
        double at(double distance) {
            if (distance < 1.0) {
                return ((A + 2.0) * distance - (A + 3.0)) * distance * distance + 1;
            }
            if (distance < 2.0) {
                return (((distance - 5) * distance + 8) * distance - 4) * A;
            }
            return 0.0;
        }
    };

    private static final double A = -0.5;

    private final double radius;

    Filter(double radius) {
        this.radius = radius;
    }

    /** Reach of the kernel at scale 1, in source pixels. */
    double radius() {
        return radius;
    }

    /**
     * Height of the kernel.
     *
     * @param distance from its centre, 0 or more
     */
    abstract double at(double distance);
}
