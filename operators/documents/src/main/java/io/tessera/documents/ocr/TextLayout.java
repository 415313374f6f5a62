/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.ocr;

/** What kind of picture text is looked for in. */
public enum TextLayout {
    /** A page: columns and paragraphs are found and read in order. */
    PAGE(3),
    /** A scene or a screen: scattered pieces of text, without order. */
    SPARSE(11);

    private final int mode;

    TextLayout(int mode) {
        this.mode = mode;
    }

    /** The page segmentation mode of Tesseract. */
    int mode() {
        return mode;
    }
}
