/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.pool;

import io.tessera.v1.InputPlan;
import io.tessera.v1.Kind;
import io.tessera.v1.RegionImage;
import io.tessera.v1.UnitReading;
import io.tessera.v1.UnitSpec;
import io.tessera.v1.UnitState;
import io.tessera.worker.protocol.BuildId;
import io.tessera.worker.protocol.Message;
import io.tessera.worker.protocol.MessageChannel;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;

/** A worker that was taken over by its input: it says what the option "prompt" names. */
final class BrokenWorkerMain {
    private BrokenWorkerMain() {}

    public static void main(String[] args) throws IOException {
        try (SocketChannel socket =
                        SocketChannel.open(UnixDomainSocketAddress.of(Path.of(args[0])));
                MessageChannel parent = new MessageChannel(socket)) {
            parent.send(
                    new Message.Hello(
                            Message.PROTOCOL, BuildId.OURS, ProcessHandle.current().pid()));
            parent.receive();
            Message.Open open = (Message.Open) parent.receive();
            parent.send(new Message.Opened());
            parent.send(new Message.Rest(0));
            Message command = parent.receive();
            lie(open.options().get("prompt"), command, parent, socket);
            // Whatever the parent does now, it must not wait for this process.
            parent.receive();
        }
    }

    private static void lie(
            String lie, Message command, MessageChannel parent, SocketChannel socket)
            throws IOException {
        switch (lie) {
            case "wrong crc" -> raw(socket, 0, 0, 0, 0, 10, 1, 2, 3, 4);
            case "unknown type" -> raw(socket, 0, 0, 0, 0, 77, 0, 0, 0, 0);
            case "range" -> parent.send(new Message.RangeRequest(7, 1L << 40, 10));
            case "path" -> parent.send(new Message.PlanAnswer(plan("../../etc")));
            case "order" -> parent.send(new Message.Rest(0));
            case "place" -> answer(parent, command, image("page", 1L << 40));
            case "name" -> answer(parent, command, image("../../../page", 0));
            default -> throw new IllegalArgumentException(lie);
        }
    }

    private static void raw(SocketChannel socket, int... bytes) throws IOException {
        ByteBuffer out = ByteBuffer.allocate(bytes.length);
        for (int each : bytes) {
            out.put((byte) each);
        }
        socket.write(out.flip());
    }

    private static InputPlan plan(String unit) {
        return InputPlan.newBuilder()
                .setKind(Kind.DOCUMENT)
                .setUnits(
                        List.of(UnitSpec.newBuilder().setUnit(unit).setIndex(0).setPage(1).build()))
                .build();
    }

    private static RegionImage image(String name, long offset) {
        return new RegionImage(name, "jpg", offset, 10L, 0, 0, "0".repeat(64), 0, 0);
    }

    private static void answer(MessageChannel parent, Message command, RegionImage image)
            throws IOException {
        parent.send(
                new Message.UnitAnswer(
                        UnitReading.newBuilder()
                                .setUnit(((Message.Read) command).unit().getUnit())
                                .setState(UnitState.RECOGNISED)
                                .setImages(List.of(image))
                                .build()));
    }
}
