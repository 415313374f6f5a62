/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.source;

import io.tessera.contract.input.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A source's bytes through a small cache of blocks, because parsers read byte by byte and jump,
 * while a range of a source may be a message to another process. Holds at most {@value
 * #MOST_BLOCKS} blocks. Not thread-safe.
 */
public final class CachedSource {
    private static final int BLOCK_BYTES = 1 << 16;
    private static final int MOST_BLOCKS = 64;

    private final ByteSource source;
    private final Map<Long, byte[]> blocks =
            new LinkedHashMap<>(MOST_BLOCKS, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Long, byte[]> eldest) {
                    return size() > MOST_BLOCKS;
                }
            };
    private long lastIndex = -1;
    private byte[] last = new byte[0];

    public CachedSource(ByteSource source) {
        this.source = source;
    }

    public long length() {
        return source.length();
    }

    /** The byte at {@code position}, or -1 beyond the end. */
    public int at(long position) throws IOException {
        if (position < 0 || position >= length()) {
            return -1;
        }
        return block(position / BLOCK_BYTES)[(int) (position % BLOCK_BYTES)] & 0xff;
    }

    /** Reads up to {@code count} bytes; fewer only at the end, -1 at or beyond it. */
    public int read(long position, byte[] target, int offset, int count) throws IOException {
        if (position >= length()) {
            return -1;
        }
        int wanted = (int) Math.min(count, length() - position);
        int done = 0;
        while (done < wanted) {
            long from = position + done;
            byte[] block = block(from / BLOCK_BYTES);
            int start = (int) (from % BLOCK_BYTES);
            int now = Math.min(wanted - done, block.length - start);
            System.arraycopy(block, start, target, offset + done, now);
            done += now;
        }
        return done;
    }

    /** The first {@code count} bytes from {@code position}, fewer at the end. */
    public byte[] bytes(long position, int count) throws IOException {
        int available = (int) Math.max(0, Math.min(count, length() - position));
        byte[] bytes = new byte[available];
        if (available > 0) {
            read(position, bytes, 0, available);
        }
        return bytes;
    }

    private byte[] block(long index) throws IOException {
        if (index == lastIndex) {
            return last;
        }
        byte[] block = blocks.get(index);
        if (block == null) {
            block = load(index);
            blocks.put(index, block);
        }
        lastIndex = index;
        last = block;
        return block;
    }

    private byte[] load(long index) throws IOException {
        long position = index * BLOCK_BYTES;
        byte[] block = new byte[(int) Math.min(BLOCK_BYTES, length() - position)];
        ByteBuffer target = ByteBuffer.wrap(block);
        while (target.hasRemaining()) {
            if (source.read(position + target.position(), target) < 0) {
                throw new IOException(
                        "input ended at byte %d of %d"
                                .formatted(position + target.position(), length()));
            }
        }
        return block;
    }
}
