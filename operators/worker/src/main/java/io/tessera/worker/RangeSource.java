/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker;

import io.tessera.contract.input.ByteSource;
import io.tessera.worker.protocol.Message;
import io.tessera.worker.protocol.MessageChannel;
import io.tessera.worker.protocol.ProtocolViolation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The bytes of the open input, asked for by range. Ranges are aligned blocks of a slot's size; the
 * window keeps the blocks that were used last, so that interleaved reading asks once for each.
 */
final class RangeSource implements ByteSource {
    private final MessageChannel parent;
    private final Window window;
    private final long length;

    /** Slot by block number, least recently used first. */
    private final Map<Long, Integer> slotOf = new LinkedHashMap<>(16, 0.75f, true);

    private final Deque<Integer> free = new ArrayDeque<>();

    RangeSource(MessageChannel parent, Window window, long length) {
        this.parent = parent;
        this.window = window;
        this.length = length;
        for (int slot = 0; slot < window.slots(); slot++) {
            free.add(slot);
        }
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public synchronized int read(long position, ByteBuffer target) throws IOException {
        if (position < 0) {
            throw new IllegalArgumentException("position is negative: " + position);
        }
        if (position >= length) {
            return -1;
        }
        long block = position / window.slotBytes();
        long start = block * window.slotBytes();
        int held = (int) Math.min(window.slotBytes(), length - start);
        int offset = (int) (position - start);
        int count = Math.min(target.remaining(), held - offset);
        target.put(window.slice(slot(block, start, held), offset, count));
        return count;
    }

    private int slot(long block, long start, int held) throws IOException {
        Integer known = slotOf.get(block);
        if (known != null) {
            return known;
        }
        int slot = free.isEmpty() ? oldest() : free.pop();
        boolean filled = false;
        try {
            request(slot, start, held);
            filled = true;
        } finally {
            if (filled) {
                slotOf.put(block, slot);
            } else {
                free.push(slot);
            }
        }
        return slot;
    }

    private void request(int slot, long start, int held) throws IOException {
        parent.send(new Message.RangeRequest(slot, start, held));
        if (!(parent.receive() instanceof Message.RangeReady ready)) {
            throw new ProtocolViolation("expected the range that was asked for");
        }
        if (ready.length() != held) {
            throw new IOException(
                    "%d bytes at %d were asked for, %d came"
                            .formatted(held, start, ready.length()));
        }
    }

    private int oldest() {
        Map.Entry<Long, Integer> oldest = slotOf.entrySet().iterator().next();
        slotOf.remove(oldest.getKey());
        return oldest.getValue();
    }

    @Override
    public void close() {
        // The parent holds the file; it closes it when the next input is opened.
    }
}
