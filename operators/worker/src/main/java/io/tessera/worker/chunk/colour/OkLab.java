/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker.chunk.colour;

/**
 * A colour in OKLab, where equal distances look about equally different. Formulas: B. Ottosson, "A
 * perceptual color space for image processing", 2020.
 *
 * @param lightness 0 (black) to 1 (white)
 * @param a green to red
 * @param b blue to yellow
 */
record OkLab(double lightness, double a, double b) {
    static OkLab ofRgb(int red, int green, int blue) {
        double r = linear(red);
        double g = linear(green);
        double s = linear(blue);
        double l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * s);
        double m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * s);
        double k = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * s);
        return new OkLab(
                0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * k,
                1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * k,
                0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * k);
    }

    private static double linear(int value) {
        double share = value / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    double distanceSquared(OkLab other) {
        double dl = lightness - other.lightness;
        double da = a - other.a;
        double db = b - other.b;
        return dl * dl + da * da + db * db;
    }

    /** How far from grey. */
    double chroma() {
        return Math.hypot(a, b);
    }

    /** Angle of the hue in degrees, 0-360. */
    double hue() {
        double degrees = Math.toDegrees(Math.atan2(b, a));
        return degrees < 0 ? degrees + 360 : degrees;
    }
}
