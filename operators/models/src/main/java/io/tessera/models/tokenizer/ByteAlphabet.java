/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.tokenizer;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * GPT-2's alphabet of 256 printable characters for bytes: 33-126, 161-172 and 174-255 stand for
 * themselves, the other 68 for U+0100 and on, in order.
 */
final class ByteAlphabet {
    private static final char[] LETTERS = new char[256];
    private static final int[] BYTES = new int[0x200];

    static {
        Arrays.fill(BYTES, -1);
        int next = 0x100;
        for (int b = 0; b < 256; b++) {
            boolean itself = (b >= 33 && b <= 126) || (b >= 161 && b <= 172) || b >= 174;
            LETTERS[b] = (char) (itself ? b : next++);
            BYTES[LETTERS[b]] = b;
        }
    }

    private ByteAlphabet() {}

    static String write(String text) {
        byte[] bytes = Utf8.bytesOf(text);
        StringBuilder letters = new StringBuilder(bytes.length);
        for (byte b : bytes) {
            letters.append(LETTERS[b & 0xFF]);
        }
        return letters.toString();
    }

    static void read(String letters, ByteArrayOutputStream bytes) {
        for (int i = 0; i < letters.length(); i++) {
            char letter = letters.charAt(i);
            int b = letter < BYTES.length ? BYTES[letter] : -1;
            if (b < 0) {
                throw new IllegalArgumentException("not of the byte alphabet: " + letters);
            }
            bytes.write(b);
        }
    }
}
