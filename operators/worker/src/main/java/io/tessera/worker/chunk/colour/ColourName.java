/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker.chunk.colour;

/** What people call a colour: a hue with light or dark before it, or a shade of grey. */
final class ColourName {
    private static final double GREYISH = 0.032;
    private static final double FAINT = 0.06;
    private static final double PALE = 0.16;

    private ColourName() {}

    static String of(OkLab colour) {
        double light = colour.lightness();
        double chroma = colour.chroma();
        if (light < 0.18 || (light < 0.27 && chroma < FAINT)) {
            return "black";
        }
        if (light > 0.95 && chroma < FAINT * 0.75) {
            return "white";
        }
        return chroma < GREYISH ? grey(light) : hue(light, chroma, colour.hue());
    }

    private static String grey(double light) {
        if (light < 0.48) {
            return "dark grey";
        }
        return light < 0.75 ? "grey" : light < 0.92 ? "light grey" : "white";
    }

    private static String hue(double light, double chroma, double hue) {
        if (hue < 38 || hue >= 345) {
            return reddish(light, chroma, hue);
        }
        if (hue < 75) {
            return warm("orange", light, chroma);
        }
        if (hue < 98) {
            return warm("yellow", light, chroma);
        }
        if (hue < 122) {
            return light < 0.6 || chroma < 0.05 ? shaded("green", light, chroma) : "yellow";
        }
        if (hue < 168) {
            return shaded("green", light, chroma);
        }
        if (hue < 215) {
            return light > 0.7 && chroma >= 0.12 ? "cyan" : shaded("blue-green", light, chroma);
        }
        if (hue < 285) {
            return shaded("blue", light, chroma);
        }
        if (hue < 320) {
            return shaded("purple", light, chroma);
        }
        return chroma > 0.2 ? "magenta" : light > 0.68 ? "pink" : shaded("purple", light, chroma);
    }

    /** Dull reds are brown: what is called red is far from grey. */
    private static String reddish(double light, double chroma, double hue) {
        if (light > 0.7) {
            return "pink";
        }
        boolean dull = chroma < (hue < 38 && hue >= 18 ? 0.11 : 0.07);
        return dull ? (light < 0.42 ? "dark brown" : "brown") : shaded("red", light, chroma);
    }

    /** Orange and yellow are brown when dark and beige when pale. */
    private static String warm(String name, double light, double chroma) {
        if (light > 0.74 && chroma < 0.09) {
            return "beige";
        }
        double brownBelow = "orange".equals(name) ? 0.64 : 0.7;
        if (light < brownBelow || chroma < 0.08) {
            return light < 0.42 ? "dark brown" : light > 0.66 ? "light brown" : "brown";
        }
        return name;
    }

    private static String shaded(String name, double light, double chroma) {
        double darkBelow = name.endsWith("green") ? 0.5 : name.equals("blue") ? 0.4 : 0.44;
        if (light < darkBelow) {
            return "dark " + name;
        }
        return light > 0.75 && chroma < PALE ? "light " + name : name;
    }
}
