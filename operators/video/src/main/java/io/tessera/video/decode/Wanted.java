/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video.decode;

import io.tessera.v1.ChunkSpec;
import io.tessera.video.container.PacketInfo;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is still wanted of a chunk, asked packet by packet in decode order. */
final class Wanted {
    /** What becomes of a packet's frame. */
    record Use(boolean sampled, boolean measured) {
        boolean any() {
            return sampled || measured;
        }
    }

    private static final Use NONE = new Use(false, false);

    private final ChunkSpec chunk;
    private final long[] targets;
    private final BitSet taken;
    private final long stepMicros;
    private final Set<Long> measuredSteps = new HashSet<>();
    private long shownSeen;

    Wanted(ChunkSpec chunk, long stepMicros) {
        this.chunk = chunk;
        this.stepMicros = stepMicros;
        List<Long> times = chunk.getTargets();
        targets = times.stream().mapToLong(Long::longValue).toArray();
        taken = new BitSet(targets.length);
    }

    /** Takes note of a packet of the chunk and says what its frame is wanted for. */
    Use take(PacketInfo packet, long micros) {
        if (!packet.shown()) {
            return NONE;
        }
        shownSeen++;
        int at = Arrays.binarySearch(targets, packet.pts());
        boolean sampled = at >= 0 && !taken.get(at);
        if (sampled) {
            taken.set(at);
        }
        // The first packet in decode order of each step: the one that others most likely need.
        boolean measured =
                stepMicros > 0 && measuredSteps.add((micros - chunk.getStartMicros()) / stepMicros);
        return new Use(sampled, measured);
    }

    /** Whether nothing that is wanted can come any more. */
    boolean done() {
        boolean all = taken.cardinality() == targets.length;
        return stepMicros > 0 ? all && shownSeen >= chunk.getFramesExpected() : all;
    }

    /**
     * Whether no packet after this one can be wanted: all of them are presented at or after its
     * decode time, or after it where it is a key frame of a stream without times.
     *
     * @param decodeMicros its decode time from the input's first frame
     */
    boolean beyond(PacketInfo packet, long micros, long decodeMicros) {
        if (packet.dts() == PacketInfo.NO_TIME) {
            return packet.key() && micros >= chunk.getEndMicros();
        }
        if (stepMicros > 0) {
            return decodeMicros >= chunk.getEndMicros();
        }
        return targets.length == 0 || packet.dts() > targets[targets.length - 1];
    }

    /** The key frame from which the next wanted frame can be decoded. */
    long goal() {
        if (stepMicros > 0) {
            return chunk.getSeekPts();
        }
        int next = taken.nextClearBit(0);
        return next < targets.length ? chunk.getKeys().get(next) : chunk.getSeekPts();
    }

    /** Wanted frames whose packets were not found. */
    int notFound() {
        return targets.length - taken.cardinality();
    }

    /** Whether each wanted frame is a key frame, so that the others need not even be read. */
    boolean keysAlone() {
        return stepMicros == 0 && targets.length > 0 && chunk.getTargets().equals(chunk.getKeys());
    }
}
