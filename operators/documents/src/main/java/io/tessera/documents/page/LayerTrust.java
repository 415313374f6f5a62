/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.page;

/** How far the text that lies in a page is believed. */
enum LayerTrust {
    /** It is what the page shows. */
    SOUND,
    /** It may be what the page shows; a strip of the page must be read to tell. */
    DOUBTFUL,
    /** It is not what the page shows. */
    UNSOUND;

    private static final double MOST_UNMAPPED = 0.1;
    private static final double MOST_GARBAGE = 0.3;
    private static final double LEAST_SCAN_COVER = 0.5;
    private static final int FEW_LETTERS = 200;

    static LayerTrust of(TextLayer layer) {
        if (layer.words().isEmpty() || layer.unmapped() > MOST_UNMAPPED * layer.glyphs()) {
            return UNSOUND;
        }
        long letters = layer.text().codePoints().filter(Character::isLetterOrDigit).count();
        long marks = layer.text().codePoints().filter(c -> !Character.isWhitespace(c)).count();
        long strange = layer.text().codePoints().filter(LayerTrust::isStrange).count();
        if (strange > MOST_UNMAPPED * marks || marks - letters > (1 - MOST_GARBAGE) * marks) {
            return UNSOUND;
        }
        boolean scan = layer.imageCover() >= LEAST_SCAN_COVER;
        if (scan && letters < FEW_LETTERS) {
            return UNSOUND;
        }
        return scan && layer.invisible() * 2 > layer.glyphs() ? DOUBTFUL : SOUND;
    }

    private static boolean isStrange(int c) {
        int type = Character.getType(c);
        return c == 0xfffd
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED
                || (type == Character.CONTROL && !Character.isWhitespace(c));
    }
}
