/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.report;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/**
 * Writes a page. Markup is given as constants of this package; everything else goes through {@link
 * #text}, after which it can stand between tags and in double-quoted attributes and is never
 * markup.
 */
final class Html {
    private final Writer out;

    Html(Writer out) {
        this.out = out;
    }

    /** Markup of ours: never anything that was read. */
    Html raw(String markup) throws IOException {
        out.write(markup);
        return this;
    }

    /** Anything, made harmless. */
    Html text(String value) throws IOException {
        out.write(escaped(value));
        return this;
    }

    Html number(long value) throws IOException {
        out.write(Long.toString(value));
        return this;
    }

    /** A coordinate, three decimals at most. */
    Html number(double value) throws IOException {
        String text = String.format(Locale.ROOT, "%.3f", Double.isFinite(value) ? value : 0.0);
        out.write(text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text);
        return this;
    }

    /**
     * The text with markup characters as references, and without characters that are not allowed in
     * a page or that reorder what stands around them.
     */
    static String escaped(String value) {
        StringBuilder safe = new StringBuilder(value.length() + 16);
        value.codePoints().forEach(point -> append(safe, point));
        return safe.toString();
    }

    private static void append(StringBuilder safe, int point) {
        switch (point) {
            case '&' -> safe.append("&amp;");
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '"' -> safe.append("&quot;");
            case '\'' -> safe.append("&#39;");
            case '`' -> safe.append("&#96;");
            case '\n', '\t' -> safe.append((char) point);
            default -> {
                if (isShown(point)) {
                    safe.appendCodePoint(point);
                } else {
                    safe.append('\uFFFD');
                }
            }
        }
    }

    private static boolean isShown(int point) {
        boolean control = Character.getType(point) == Character.CONTROL;
        boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        boolean reordering =
                (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
        boolean noncharacter = (point & 0xFFFE) == 0xFFFE;
        return !control && !surrogate && !reordering && !noncharacter;
    }
}
