/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker.chunk.text;

import io.tessera.v1.Box;

/**
 * A line of text seen in one frame.
 *
 * @param text as read
 * @param confidence 0-1
 * @param box in pixels of the upright frame
 */
record Sighting(String text, double confidence, Box box) {
    private static final int FEWEST_SIGNS = 3;
    private static final double LEAST_SIGNS = 0.6;

    /** Letters and digits in lower case, without anything between them: what texts are told by. */
    String key() {
        StringBuilder key = new StringBuilder();
        text.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .forEach(key::appendCodePoint);
        return key.toString();
    }

    /** Whether this can be a text at all: what texture is taken for is short, or odd signs. */
    boolean plausible() {
        String key = key();
        long visible = text.codePoints().filter(c -> !Character.isWhitespace(c)).count();
        return key.codePointCount(0, key.length()) >= FEWEST_SIGNS
                && key.codePoints().distinct().count() > 1
                && key.codePointCount(0, key.length()) >= LEAST_SIGNS * visible;
    }

    /** Whether the two share most of the area of the smaller one. */
    boolean overlaps(Sighting other) {
        double width =
                Math.min(box.getX() + box.getWidth(), other.box.getX() + other.box.getWidth())
                        - Math.max(box.getX(), other.box.getX());
        double height =
                Math.min(box.getY() + box.getHeight(), other.box.getY() + other.box.getHeight())
                        - Math.max(box.getY(), other.box.getY());
        double smaller =
                Math.min(
                        box.getWidth() * box.getHeight(),
                        other.box.getWidth() * other.box.getHeight());
        return width > 0 && height > 0 && width * height >= 0.5 * smaller;
    }
}
