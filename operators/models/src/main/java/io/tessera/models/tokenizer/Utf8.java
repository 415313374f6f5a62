/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.tokenizer;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** UTF-8 as the tokenizers' own libraries read and write it, where Java's differs. */
final class Utf8 {
    private static final char REPLACEMENT = '\uFFFD';

    private Utf8() {}

    /** Bytes of one code point; a lone surrogate keeps its three bytes. */
    static byte[] bytesOf(int codePoint) {
        if (codePoint >= 0xD800 && codePoint <= 0xDFFF) {
            return new byte[] {
                (byte) (0xE0 | (codePoint >> 12)),
                (byte) (0x80 | ((codePoint >> 6) & 0x3F)),
                (byte) (0x80 | (codePoint & 0x3F))
            };
        }
        return Character.toString(codePoint).getBytes(StandardCharsets.UTF_8);
    }

    /** Bytes of a text, lone surrogates kept. */
    static byte[] bytesOf(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() * 3);
        text.codePoints().forEach(codePoint -> bytes.writeBytes(bytesOf(codePoint)));
        return bytes.toByteArray();
    }

    /** Every valid sequence as its character, U+FFFD for each other byte (SentencePiece). */
    static String decodeByteByByte(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < bytes.length) {
            int length = validLength(bytes, at);
            if (length == 0) {
                text.append(REPLACEMENT);
                at++;
            } else {
                text.append(new String(bytes, at, length, StandardCharsets.UTF_8));
                at += length;
            }
        }
        return text.toString();
    }

    /**
     * U+FFFD for each maximal subpart of an ill-formed sequence (Python's {@code replace}). Java
     * does the same but for encoded surrogates, whose bytes count one by one here.
     */
    static String decodeBySubpart(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (int at = 0; at + 1 < bytes.length; at++) {
            if ((bytes[at] & 0xFF) == 0xED && (bytes[at + 1] & 0xE0) == 0xA0) {
                text.append(new String(bytes, from, at - from, StandardCharsets.UTF_8));
                text.append(REPLACEMENT);
                from = at + 1;
            }
        }
        return text.append(new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8))
                .toString();
    }

    /** Length of the valid sequence that starts at {@code at}; 0 if none does. */
    private static int validLength(byte[] bytes, int at) {
        int first = bytes[at] & 0xFF;
        int length = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        if (first > 0xF4 || length == 0 || at + length > bytes.length) {
            return 0;
        }
        for (int i = 1; i < length; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        int second = length > 1 ? bytes[at + 1] & 0xFF : 0;
        boolean tooLong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
        boolean surrogate = first == 0xED && second > 0x9F;
        boolean beyond = first == 0xF4 && second > 0x8F;
        return tooLong || surrogate || beyond ? 0 : length;
    }
}
