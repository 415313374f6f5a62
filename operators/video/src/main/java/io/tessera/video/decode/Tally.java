/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video.decode;

import io.tessera.contract.failure.InputFailure;
import io.tessera.v1.ChunkSpec;
import io.tessera.v1.DecodeHealth;
import io.tessera.video.frame.DecodedFrame;
import io.tessera.video.frame.FrameSink;
import org.jspecify.annotations.Nullable;

/** Counts what is sent and what comes of one chunk, and hands wanted frames on. */
final class Tally {
    private final ChunkSpec chunk;
    private final FrameSink sink;
    private long expected;
    private long decoded;
    private long flagged;
    private int sampled;
    private @Nullable InputFailure refused;

    Tally(ChunkSpec chunk, FrameSink sink) {
        this.chunk = chunk;
        this.sink = sink;
    }

    void expect() {
        expected++;
    }

    /** Takes a frame of the chunk; what the sink throws is kept for {@link #check}. */
    void came(Sent sent, DecodedFrame frame) {
        if (sent.counted) {
            decoded++;
            flagged += frame.flagged() ? 1 : 0;
        }
        if (refused != null || !(sent.sampled || sent.measured)) {
            return;
        }
        try {
            sampled += sent.sampled ? 1 : 0;
            sink.accept(frame);
        } catch (InputFailure e) {
            refused = e;
        }
    }

    void check() throws InputFailure {
        if (refused != null) {
            throw refused;
        }
    }

    /** {@code notFound}: wanted frames whose packets did not come. */
    DecodeHealth health(int notFound) {
        return new DecodeHealth(chunk.getPackets(), expected + notFound, decoded, flagged, sampled);
    }
}
