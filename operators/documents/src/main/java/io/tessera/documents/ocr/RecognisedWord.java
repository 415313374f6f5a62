/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.ocr;

/**
 * A word in a picture. Lines, paragraphs and blocks count from 0 in reading order over the whole
 * picture.
 *
 * @param confidence 0-1, two decimals
 * @param x pixels from the left of the picture that was given
 * @param y pixels from the top
 */
public record RecognisedWord(
        String text,
        double confidence,
        int x,
        int y,
        int width,
        int height,
        int line,
        int paragraph,
        int block) {}
