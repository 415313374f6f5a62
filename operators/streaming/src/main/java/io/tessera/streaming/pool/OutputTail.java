/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.streaming.pool;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads what a worker prints for as long as it prints, so that it never blocks, and keeps the first
 * and the last few kilobytes of it for the log. Never parsed. Thread-safe.
 */
final class OutputTail {
    private static final int KEPT_BYTES = 8 << 10;

    private final byte[] first = new byte[KEPT_BYTES];
    private final byte[] last = new byte[KEPT_BYTES];
    private final Thread thread;
    private long total;

    private OutputTail(InputStream output, String worker) {
        thread = new Thread(() -> drain(output), worker + "-output");
        thread.setDaemon(true);
    }

    static OutputTail of(Process process, String worker) {
        OutputTail tail = new OutputTail(process.getInputStream(), worker);
        tail.thread.start();
        return tail;
    }

    private void drain(InputStream output) {
        byte[] chunk = new byte[KEPT_BYTES];
        try (output) {
            for (int count = output.read(chunk); count >= 0; count = output.read(chunk)) {
                keep(chunk, count);
            }
        } catch (IOException e) {
            // The process is gone, and its output with it.
        }
    }

    private synchronized void keep(byte[] chunk, int count) {
        for (int i = 0; i < count; i++) {
            if (total < KEPT_BYTES) {
                first[(int) total] = chunk[i];
            } else {
                last[(int) (total % KEPT_BYTES)] = chunk[i];
            }
            total++;
        }
    }

    /** What is kept, with control characters but line ends made visible. */
    synchronized String text() {
        if (total <= KEPT_BYTES) {
            return printable(first, 0, (int) total);
        }
        int tail = (int) Math.min(total - KEPT_BYTES, KEPT_BYTES);
        int start = total > 2L * KEPT_BYTES ? (int) (total % KEPT_BYTES) : 0;
        String end =
                printable(last, start, Math.min(tail, KEPT_BYTES - start))
                        + printable(last, 0, start);
        long left = total - KEPT_BYTES - tail;
        return printable(first, 0, KEPT_BYTES) + "\n[" + left + " bytes left out]\n" + end;
    }

    private static String printable(byte[] bytes, int offset, int length) {
        return new String(bytes, offset, length, StandardCharsets.UTF_8)
                .replaceAll("[\\p{Cntrl}&&[^\n]]", "?");
    }

    /** Waits until the output has ended. */
    void join(long millis) throws InterruptedException {
        thread.join(millis);
    }
}
