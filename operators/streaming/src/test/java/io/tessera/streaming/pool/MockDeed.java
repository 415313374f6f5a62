/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.pool;

import io.tessera.contract.failure.Code;
import io.tessera.contract.failure.InputFailure;
import io.tessera.contract.input.Progress;
import io.tessera.v1.InputState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * What a worker can be made to do: {@code DEED [ARGUMENT]}, and {@code once FILE DEED [ARGUMENT]},
 * which is done only where FILE is not there yet; {@code first FILE} fails where it is.
 */
record MockDeed(String name, String argument) {
    static MockDeed of(String text) {
        String[] words = text.strip().split(" ", 2);
        return new MockDeed(words[0], words.length > 1 ? words[1] : "");
    }

    void perform(Progress progress) throws InputFailure {
        switch (name) {
            case "" -> progress.tick();
            case "once" -> once(progress);
            case "hang" -> goOn(Long.MAX_VALUE, progress);
            case "silent" -> goOn(Long.MAX_VALUE, Progress.NONE);
            case "slow" -> goOn(Long.parseLong(argument) * 1_000_000, progress);
            case "burn" -> burn();
            case "oom" -> fillHeap();
            case "native-oom" -> fillAddressSpace();
            case "segv" -> writeToZero();
            case "signal" -> signal();
            case "exit" -> Runtime.getRuntime().halt(Integer.parseInt(argument));
            case "flood" -> flood();
            case "throw" -> throw new IllegalStateException(argument);
            case "overflow" -> overflow(0);
            case "refuse" ->
                    throw new InputFailure(
                            InputState.REFUSED_LIMIT, Code.LIMIT_PAGES, "9 pages; raise the limit");
            case "connect" -> connect();
            case "show-environment" -> throw new IllegalStateException("" + System.getenv());
            case "first" -> first();
            case "until" -> awaitFile(progress);
            default -> throw new IllegalArgumentException("unknown deed: " + name);
        }
    }

    private void once(Progress progress) throws InputFailure {
        String[] words = argument.split(" ", 2);
        try {
            Files.createFile(Path.of(words[0]));
        } catch (FileAlreadyExistsException e) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        of(words[1]).perform(progress);
    }

    private void connect() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            throw new IllegalStateException("connected to " + socket);
        } catch (IOException e) {
            System.out.println("not connected: " + e);
        }
    }

    private int port() {
        return Integer.parseInt(argument);
    }

    private void first() {
        try {
            Files.createFile(Path.of(argument));
        } catch (IOException e) {
            throw new UncheckedIOException("done for the second time", e);
        }
    }

    private static void goOn(long nanos, Progress progress) {
        long start = System.nanoTime();
        while (System.nanoTime() - start < nanos) {
            progress.tick();
            LockSupport.parkNanos(1_000_000);
        }
    }

    private void awaitFile(Progress progress) {
        while (!Files.exists(Path.of(argument))) {
            goOn(5_000_000, progress);
        }
    }

    @SuppressWarnings("InfiniteLoopStatement")
    private static void burn() {
        long value = 1;
        while (true) {
            value = value * 31 + 7;
        }
    }

    private static void fillHeap() {
        List<byte[]> held = new ArrayList<>();
        while (held.size() < Integer.MAX_VALUE) {
            held.add(new byte[8 << 20]);
        }
    }

    private static void fillAddressSpace() {
        while (!Long.valueOf(0).equals(unsafe("allocateMemory", 64L << 20))) {
            Thread.onSpinWait();
        }
    }

    private static void writeToZero() {
        unsafe("putAddress", 0L, 0L);
    }

    /** Signals this very process, as an abort in native code would. */
    private void signal() {
        try {
            new ProcessBuilder("kill", "-" + argument, "" + ProcessHandle.current().pid()).start();
            goOn(Long.MAX_VALUE, Progress.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void flood() {
        byte[] line = "a worker that talks a lot\n".repeat(1000).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 200; i++) {
            System.out.writeBytes(line);
        }
    }

    private static int overflow(int depth) {
        return depth < 0 ? 0 : overflow(depth + 1) + 1;
    }

    /** By reflection, because the compiler warns of any other use and cannot be told not to. */
    private static Object unsafe(String method, Object... longs) {
        try {
            Class<?> type = Class.forName("sun.misc.Unsafe");
            Field field = type.getDeclaredField("theUnsafe");
            field.setAccessible(true);
            Class<?>[] types = new Class<?>[longs.length];
            Arrays.fill(types, long.class);
            return type.getMethod(method, types).invoke(field.get(null), longs);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
