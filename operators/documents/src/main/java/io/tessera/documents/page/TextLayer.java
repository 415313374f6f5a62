/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.page;

import io.tessera.v1.Word;
import java.util.List;

/**
 * The text that lies in a page, in reading order.
 *
 * @param words with boxes in page points of the upright page, line and block
 * @param text lines ended by \n, paragraphs apart by an empty line
 * @param turn clockwise degrees that set the text upright, beyond the page's own rotation
 * @param glyphs that show something, in all
 * @param unmapped glyphs whose character nobody can tell
 * @param invisible glyphs that are drawn without ink, as under a scan
 * @param imageCover share of the page that pictures cover, 0-1
 */
public record TextLayer(
        List<Word> words,
        String text,
        int turn,
        int glyphs,
        int unmapped,
        int invisible,
        double imageCover) {
    public TextLayer {
        words = List.copyOf(words);
    }
}
