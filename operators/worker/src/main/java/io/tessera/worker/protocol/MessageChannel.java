/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker.protocol;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;

/**
 * Sends and receives messages over a blocking byte channel. Any thread may send; one thread
 * receives.
 */
public final class MessageChannel implements AutoCloseable {
    private final ByteChannel channel;
    private final ByteBuffer header = ByteBuffer.allocate(Frame.HEADER_BYTES);
    private final Object sending = new Object();

    public MessageChannel(ByteChannel channel) {
        this.channel = channel;
    }

    public void send(Message message) throws IOException {
        ByteBuffer bytes = MessageCodec.encode(message).bytes();
        synchronized (sending) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    /**
     * Waits for the next message.
     *
     * @throws EOFException where the other side is gone
     * @throws ProtocolViolation where what came is no message
     */
    public Message receive() throws IOException {
        fill(header.clear());
        FrameType type = Frame.checkedType(header);
        int length = header.getInt(0);
        ByteBuffer whole =
                ByteBuffer.allocate(Frame.HEADER_BYTES + length + Frame.CHECK_BYTES)
                        .put(header.flip());
        fill(whole);
        int end = Frame.HEADER_BYTES + length;
        if (Frame.checkOf(whole.duplicate().clear().limit(end)) != whole.getInt(end)) {
            throw new ProtocolViolation("CRC-32C of a %s frame does not match".formatted(type));
        }
        byte[] payload = new byte[length];
        whole.get(Frame.HEADER_BYTES, payload);
        return MessageCodec.decode(new Frame(type, payload));
    }

    private void fill(ByteBuffer target) throws IOException {
        while (target.hasRemaining()) {
            if (channel.read(target) < 0) {
                throw new EOFException("the other side closed the socket");
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
