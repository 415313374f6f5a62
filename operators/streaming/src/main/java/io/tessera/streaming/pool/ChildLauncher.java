/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.pool;

import io.tessera.worker.protocol.BuildId;
import io.tessera.worker.protocol.Message;
import io.tessera.worker.protocol.MessageChannel;
import io.tessera.worker.protocol.ProtocolViolation;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Starts worker processes. Each connects to a socket of its own, which is gone once it has; what it
 * says first tells whether it is of this build. Thread-safe.
 */
final class ChildLauncher {
    private final WorkerCommand command;
    private final Path disk;
    private final Path memory;
    private final Watchdog watchdog;
    private final long startMicros;
    private final AtomicLong count = new AtomicLong();

    /**
     * @param disk folder for what workers put into files
     * @param memory folder for what both sides map
     */
    ChildLauncher(
            WorkerCommand command, Path disk, Path memory, Watchdog watchdog, Duration startTime) {
        this.command = command;
        this.disk = disk;
        this.memory = memory;
        this.watchdog = watchdog;
        this.startMicros = TimeUnit.NANOSECONDS.toMicros(startTime.toNanos());
    }

    /** Starts a worker and waits until it is ready; an exception leaves nothing behind. */
    Child start() throws IOException {
        long number = count.incrementAndGet();
        String name = "worker-" + number;
        Path folder = Files.createDirectory(disk.resolve(Long.toString(number)));
        RegionFile window = null;
        try {
            window =
                    RegionFile.create(
                            memory.resolve("window-" + number), Child.SLOTS * Child.SLOT_BYTES);
            return start(name, folder, window);
        } catch (IOException | RuntimeException | Error e) {
            discard(folder, window);
            throw e;
        }
    }

    private Child start(String name, Path folder, RegionFile window) throws IOException {
        Path socket = folder.resolve("socket");
        Path work = Files.createDirectory(folder.resolve("work"));
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            Process process =
                    command.process(folder, List.of(socket.toString()))
                            .directory(work.toFile())
                            .start();
            OutputTail output = OutputTail.of(process, name);
            // A process that ends, by itself or at the deadline, ends the wait for it.
            CompletableFuture<Void> unused = process.onExit().thenRun(() -> Child.closeAll(server));
            Watch watch = watchdog.watch(startMicros, startMicros, process::destroyForcibly);
            try {
                MessageChannel channel = new MessageChannel(server.accept());
                return greeted(new Child(name, process, channel, window, folder, output));
            } catch (IOException e) {
                process.destroyForcibly();
                Child.closeAll(process.getOutputStream());
                throw new IOException(
                        "a worker did not start: %s; its output: %s"
                                .formatted(exitOf(process), output.text()),
                        e);
            } finally {
                watch.close();
            }
        } finally {
            Files.deleteIfExists(socket);
        }
    }

    private static Child greeted(Child child) throws IOException {
        try {
            if (!(child.channel().receive() instanceof Message.Hello hello)) {
                throw new ProtocolViolation("the first word was no hello");
            }
            if (hello.protocol() != Message.PROTOCOL || !hello.buildId().equals(BuildId.OURS)) {
                throw new ProtocolViolation(
                        "the worker is of build %s, protocol %d; this is build %s, protocol %d: put"
                                        .formatted(
                                                hello.buildId(),
                                                hello.protocol(),
                                                BuildId.OURS,
                                                Message.PROTOCOL)
                                + " the same version on the worker's class path");
            }
            child.channel()
                    .send(
                            new Message.Welcome(
                                    Message.PROTOCOL,
                                    BuildId.OURS,
                                    child.window().path().toString(),
                                    Child.SLOT_BYTES,
                                    Child.SLOTS));
            return child;
        } catch (IOException e) {
            Child.closeAll(child.channel());
            throw e;
        }
    }

    private static String exitOf(Process process) {
        try {
            process.waitFor(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return process.isAlive() ? "it hangs" : "it ended with exit code " + process.exitValue();
    }

    private static void discard(Path folder, @Nullable RegionFile window) {
        try {
            if (window != null) {
                window.close();
            }
            ScratchFolder.delete(folder);
        } catch (IOException e) {
            // It is in the scratch folder, which is removed as a whole.
        }
    }
}
