/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker;

import io.tessera.worker.protocol.Message;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.file.Path;

/** The memory that the parent lays ranges of the input into: slots of one size. */
final class Window implements AutoCloseable {
    private final MappedByteBuffer memory;
    private final int slotBytes;
    private final int slots;

    private Window(MappedByteBuffer memory, int slotBytes, int slots) {
        this.memory = memory;
        this.slotBytes = slotBytes;
        this.slots = slots;
    }

    static Window map(Message.Welcome welcome) throws IOException {
        long bytes = (long) welcome.slotBytes() * welcome.slots();
        return new Window(
                Mapping.map(Path.of(welcome.window()), bytes),
                welcome.slotBytes(),
                welcome.slots());
    }

    int slotBytes() {
        return slotBytes;
    }

    int slots() {
        return slots;
    }

    /** What lies in a slot from {@code offset}, {@code length} bytes. */
    ByteBuffer slice(int slot, int offset, int length) {
        return memory.slice(slot * slotBytes + offset, length);
    }

    @Override
    public void close() {
        Mapping.unmap(memory);
    }
}
