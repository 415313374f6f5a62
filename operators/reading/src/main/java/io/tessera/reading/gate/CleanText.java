/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.reading.gate;

/**
 * Text without what nobody can see and what can deceive: control characters other than line feed
 * and tab, bidirectional overrides and isolates, byte order marks, lone surrogates and
 * noncharacters. Line ends become {@code \n}; everything else stays as it is.
 */
public final class CleanText {
    private CleanText() {}

    public static String of(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        int position = 0;
        while (position < text.length()) {
            int point = text.codePointAt(position);
            int next = position + Character.charCount(point);
            if (point == '\r') {
                boolean beforeLineFeed = next < text.length() && text.charAt(next) == '\n';
                clean.append(beforeLineFeed ? "" : "\n");
            } else if (visible(point)) {
                clean.appendCodePoint(point);
            }
            position = next;
        }
        return clean.toString();
    }

    private static boolean visible(int point) {
        if (point == '\n' || point == '\t') {
            return true;
        }
        boolean noncharacter = (point & 0xFFFE) == 0xFFFE || (point >= 0xFDD0 && point <= 0xFDEF);
        return !Character.isISOControl(point)
                && Character.getType(point) != Character.SURROGATE
                && !noncharacter
                && !reorders(point)
                && point != 0xFEFF;
    }

    /** Marks, embeddings, overrides and isolates of the bidirectional algorithm (UAX 9). */
    private static boolean reorders(int point) {
        return point == 0x061C
                || point == 0x200E
                || point == 0x200F
                || (point >= 0x202A && point <= 0x202E)
                || (point >= 0x2066 && point <= 0x2069);
    }
}
