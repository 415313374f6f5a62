/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker.chunk.colour;

/**
 * Colours that belong together: their weight and the weighted mean of red, green and blue.
 *
 * @param weight pixels
 * @param red 0-255
 * @param green 0-255
 * @param blue 0-255
 * @param lab the mean in OKLab
 */
record Cluster(double weight, double red, double green, double blue, OkLab lab) {
    static Cluster of(double red, double green, double blue, double weight) {
        return new Cluster(
                weight, red, green, blue, OkLab.ofRgb(round(red), round(green), round(blue)));
    }

    Cluster with(Cluster other) {
        double sum = weight + other.weight;
        return of(
                (red * weight + other.red * other.weight) / sum,
                (green * weight + other.green * other.weight) / sum,
                (blue * weight + other.blue * other.weight) / sum,
                sum);
    }

    String name() {
        return ColourName.of(lab);
    }

    String hex() {
        return "#%02x%02x%02x".formatted(round(red), round(green), round(blue));
    }

    private static int round(double value) {
        return (int) Math.max(0, Math.min(255, Math.rint(value)));
    }
}
