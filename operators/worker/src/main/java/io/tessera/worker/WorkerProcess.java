/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker;

import io.tessera.contract.input.InputOpener;
import io.tessera.v1.Kind;
import io.tessera.worker.protocol.BuildId;
import io.tessera.worker.protocol.Message;
import io.tessera.worker.protocol.MessageChannel;
import io.tessera.worker.protocol.ProtocolViolation;
import java.io.EOFException;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;

/** The life of a worker process: connects, agrees on the build, works until told to end. */
public final class WorkerProcess {
    private WorkerProcess() {}

    /**
     * Runs until the parent ends it or is gone, and ends the process.
     *
     * @param args path of the parent's socket
     * @param openers what opens the inputs of each kind, made at the first input of that kind
     */
    public static void run(String[] args, Map<Kind, Supplier<InputOpener>> openers) {
        if (args.length != 1) {
            System.err.println("expected the parent's socket; workers are started by a job");
            ExitCode.NOT_STARTED.halt();
        }
        OrphanWatch.start(System.in);
        try {
            ending(Path.of(args[0]), openers).halt();
        } catch (OutOfMemoryError e) {
            ExitCode.OUT_OF_MEMORY.halt();
        } catch (Throwable e) {
            e.printStackTrace();
            ExitCode.FAILED.halt();
        }
    }

    private static ExitCode ending(Path socket, Map<Kind, Supplier<InputOpener>> openers) {
        try (MessageChannel parent =
                new MessageChannel(SocketChannel.open(UnixDomainSocketAddress.of(socket)))) {
            parent.send(
                    new Message.Hello(
                            Message.PROTOCOL, BuildId.OURS, ProcessHandle.current().pid()));
            if (!(parent.receive() instanceof Message.Welcome welcome)
                    || welcome.protocol() != Message.PROTOCOL
                    || !welcome.buildId().equals(BuildId.OURS)) {
                return ExitCode.PROTOCOL;
            }
            try (Window window = Window.map(welcome);
                    WorkerLoop loop = new WorkerLoop(parent, window, openers)) {
                return loop.run();
            }
        } catch (EOFException e) {
            return ExitCode.ORPHANED;
        } catch (ProtocolViolation e) {
            e.printStackTrace();
            return ExitCode.PROTOCOL;
        } catch (IOException e) {
            e.printStackTrace();
            return ExitCode.ORPHANED;
        }
    }
}
