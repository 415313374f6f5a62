/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.source;

import java.io.IOException;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;

/** A source as PDFBox reads one: at random, without a copy of the whole. */
public final class PdfBytes implements RandomAccessRead {
    private final CachedSource source;
    private long position;
    private boolean closed;

    public PdfBytes(CachedSource source) {
        this.source = source;
    }

    @Override
    public int read() throws IOException {
        int value = source.at(position);
        position += value < 0 ? 0 : 1;
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
        int read = source.read(position, target, offset, count);
        position += Math.max(0, read);
        return read;
    }

    @Override
    public long getPosition() {
        return position;
    }

    @Override
    public void seek(long target) throws IOException {
        if (target < 0) {
            throw new IOException("position is negative: " + target);
        }
        position = Math.min(target, source.length());
    }

    @Override
    public long length() {
        return source.length();
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public boolean isEOF() {
        return position >= source.length();
    }

    @Override
    public RandomAccessReadView createView(long start, long length) throws IOException {
        return new RandomAccessReadView(this, start, length);
    }

    @Override
    public void close() {
        closed = true;
    }
}
