/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.image;

import io.tessera.documents.source.CachedSource;
import java.io.IOException;

/** Reads numbers of either byte order at positions of a stretch of a source. */
final class HeaderBytes {
    private final CachedSource source;
    private final long base;
    private final long length;
    private final boolean little;

    HeaderBytes(CachedSource source, long base, long length, boolean little) {
        this.source = source;
        this.base = base;
        this.length = Math.min(length, source.length() - base);
        this.little = little;
    }

    static HeaderBytes bigEndian(CachedSource source) {
        return new HeaderBytes(source, 0, source.length(), false);
    }

    static HeaderBytes littleEndian(CachedSource source) {
        return new HeaderBytes(source, 0, source.length(), true);
    }

    HeaderBytes from(long at, long size) {
        return new HeaderBytes(source, base + at, Math.min(size, length - at), little);
    }

    HeaderBytes ordered(boolean littleEndian) {
        return new HeaderBytes(source, base, length, littleEndian);
    }

    long length() {
        return length;
    }

    long position() {
        return base;
    }

    /** An unsigned number of {@code bytes} bytes, at most 8; 64-bit ones may come out negative. */
    long number(long at, int bytes) throws IOException {
        if (at < 0 || at + bytes > length) {
            throw new IOException("header ends at byte %d of %d".formatted(at, length));
        }
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            int next = source.at(base + at + (little ? bytes - 1 - i : i));
            value = value << 8 | next;
        }
        return value;
    }

    int byteAt(long at) throws IOException {
        return (int) number(at, 1);
    }

    int shortAt(long at) throws IOException {
        return (int) number(at, 2);
    }

    long intAt(long at) throws IOException {
        return number(at, 4);
    }

    /** Whether the bytes at {@code at} are these Latin-1 characters. */
    boolean is(long at, String text) throws IOException {
        if (at + text.length() > length) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (source.at(base + at + i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
