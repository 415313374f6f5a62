/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.ocr;

/**
 * Which way up a picture of text stands.
 *
 * @param turn clockwise degrees that set it upright: 0, 90, 180 or 270
 * @param confidence of the orientation model: 0 for none; above about 10 it was never seen wrong,
 *     below 2 it means nothing
 */
public record Orientation(int turn, double confidence) {
    public static final Orientation UNKNOWN = new Orientation(0, 0);
}
