/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.report;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Lines of UTF-8 text with the offset in bytes at which each begins. */
final class LineOffsets implements AutoCloseable {
    private final InputStream in;
    private long position;
    private long offset;

    LineOffsets(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /** The next line without its end, or null at the end of the text. */
    @Nullable String next() throws IOException {
        offset = position;
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        int value = in.read();
        if (value < 0) {
            return null;
        }
        while (value >= 0) {
            position++;
            if (value == '\n') {
                break;
            }
            line.write(value);
            value = in.read();
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    /** Offset of the line that {@link #next} returned last. */
    long offset() {
        return offset;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
