/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.page;

import java.util.regex.Pattern;

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

    /** The dots of a table of contents and the lines of a form. */
    private static final Pattern LEADERS = Pattern.compile("([^\\p{L}\\p{N}])(?:\\s?\\1){3,}");

    private static final int FEW_LETTERS = 200;

    static LayerTrust of(TextLayer layer) {
        if (layer.words().isEmpty() || layer.unmapped() > MOST_UNMAPPED * layer.glyphs()) {
            return UNSOUND;
        }
        String text = LEADERS.matcher(layer.text()).replaceAll("$1");
        long letters = text.codePoints().filter(Character::isLetterOrDigit).count();
        long marks = text.codePoints().filter(c -> !Character.isWhitespace(c)).count();
        long strange = text.codePoints().filter(LayerTrust::isStrange).count();
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
