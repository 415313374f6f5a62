/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video.container;

import io.tessera.contract.input.ByteSource;
import io.tessera.contract.input.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/**
 * Counts what is lost of one elementary stream of a transport stream, by the continuity counters of
 * its packets (ISO/IEC 13818-1 2.4.3). FFmpeg marks a picture of which a part is missing, but drops
 * one whose first packet is missing without a word.
 */
final class TransportContinuity {
    private static final int WINDOW = 1 << 18;
    private static final int SYNC = 0x47;
    private static final int UNKNOWN = -1;

    private final int pid;
    private int counter = UNKNOWN;
    private boolean repeated;
    private long errors;

    private TransportContinuity(int pid) {
        this.pid = pid;
    }

    /** Errors of the stream with the given packet identifier over the whole input. */
    static long errors(ByteSource source, int pid, int packetSize, Progress progress) {
        TransportContinuity check = new TransportContinuity(pid);
        ByteBuffer window = ByteBuffer.allocate(WINDOW);
        long position = 0;
        try {
            while (position < source.length()) {
                window.clear();
                long read = position;
                while (window.hasRemaining() && read < source.length()) {
                    read += Math.max(0, source.read(read, window));
                }
                progress.tick();
                window.flip();
                int used = check.scan(window, packetSize, read >= source.length());
                position += Math.max(1, used);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("bytes of the input cannot be read", e);
        }
        return check.errors;
    }

    /** Looks at all whole packets of the window and returns how many bytes those were. */
    private int scan(ByteBuffer window, int packetSize, boolean last) {
        int at = 0;
        while (at + 188 <= window.limit()) {
            boolean followed =
                    at + packetSize >= window.limit() || byteAt(window, at + packetSize) == SYNC;
            if (byteAt(window, at) == SYNC && followed) {
                if (!last && at + packetSize >= window.limit()) {
                    return at;
                }
                packet(window, at);
                at += packetSize;
            } else {
                at++;
            }
        }
        return last ? window.limit() : at;
    }

    private void packet(ByteBuffer window, int at) {
        int id = (byteAt(window, at + 1) & 0x1F) << 8 | byteAt(window, at + 2);
        if (id != pid) {
            return;
        }
        int control = byteAt(window, at + 3);
        boolean payload = (control & 0x10) != 0;
        boolean adaptation = (control & 0x20) != 0 && byteAt(window, at + 4) > 0;
        boolean announced = adaptation && (byteAt(window, at + 5) & 0x80) != 0;
        if ((byteAt(window, at + 1) & 0x80) != 0) {
            errors++;
        }
        int now = control & 15;
        if (payload && counter != UNKNOWN && !announced) {
            boolean duplicate = now == counter && !repeated;
            repeated = duplicate;
            if (!duplicate && now != (counter + 1 & 15)) {
                errors++;
            }
        }
        if (payload || announced) {
            counter = now;
        }
    }

    private static int byteAt(ByteBuffer window, int index) {
        return window.get(index) & 0xFF;
    }
}
