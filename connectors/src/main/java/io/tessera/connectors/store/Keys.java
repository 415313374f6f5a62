/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.store;

/** Which texts are keys: relative paths that mean the same on every store. */
public final class Keys {
    /** As of S3, in UTF-8 bytes; also what most file systems take of a path. */
    private static final int MAX_BYTES = 1024;

    private Keys() {}

    /**
     * Returns {@code key} if it is one.
     *
     * @throws IllegalArgumentException if it is empty, too long, has an empty, {@code .} or {@code
     *     ..} part, a backslash or a control character, or is no text
     */
    public static String check(String key) {
        if (!wellFormed(key)) {
            throw new IllegalArgumentException("not a key of an object: " + printable(key));
        }
        for (String part : key.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                throw new IllegalArgumentException("not a key of an object: " + key);
            }
        }
        return key;
    }

    /** Returns {@code prefix} if some key starts with it; an empty one is the start of all. */
    public static String checkPrefix(String prefix) {
        if (!prefix.isEmpty()) {
            check(prefix.endsWith("/") ? prefix + "x" : prefix);
        }
        return prefix;
    }

    private static boolean wellFormed(String key) {
        int bytes = 0;
        for (int at = 0; at < key.length(); at += Character.charCount(key.codePointAt(at))) {
            int point = key.codePointAt(at);
            if (Character.isISOControl(point)
                    || point == '\\'
                    || Character.getType(point) == Character.SURROGATE) {
                return false;
            }
            bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
        }
        return bytes <= MAX_BYTES;
    }

    private static String printable(String key) {
        String cut = key.length() > 80 ? key.substring(0, 80) + "..." : key;
        return cut.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
    }
}
