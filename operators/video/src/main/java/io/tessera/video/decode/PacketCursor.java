/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video.decode;

import io.tessera.contract.failure.InputFailure;
import io.tessera.contract.input.Progress;
import io.tessera.v1.ChunkSpec;
import io.tessera.video.container.Container;
import io.tessera.video.container.PacketInfo;
import io.tessera.video.container.PacketReader;
import io.tessera.video.container.TimeBase;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/**
 * Where the demuxer stands, and how it gets to a key frame: by reading on where that is near, else
 * by seeking, else from the beginning. Containers land where they like after a seek, so only the
 * packet that comes says where that is.
 */
final class PacketCursor implements AutoCloseable {
    /** Decoding begins with the first packet. */
    static final long FROM_START = Long.MIN_VALUE;

    private final Container container;
    private final PacketReader reader;
    private final TimeBase base;
    private final boolean untouchedAtFirst;
    private boolean moved;
    private long lastRead = Long.MIN_VALUE;
    private Optional<PacketInfo> pending = Optional.empty();
    private Progress progress = Progress.NONE;

    PacketCursor(Container container, boolean untouched) throws InputFailure {
        this.container = container;
        base = container.timeBase();
        reader = new PacketReader(container);
        reader.skipOthers();
        untouchedAtFirst = untouched;
    }

    void report(Progress to) {
        progress = to;
        container.report(to);
    }

    /** The next packet in decode order; its data is {@link #packet}. Empty at the end. */
    Optional<PacketInfo> next() {
        progress.tick();
        if (pending.isPresent()) {
            Optional<PacketInfo> found = pending;
            pending = Optional.empty();
            return found;
        }
        moved = true;
        Optional<PacketInfo> info = reader.next();
        lastRead = info.map(PacketInfo::pts).orElse(Long.MAX_VALUE);
        return info;
    }

    AVPacket packet() {
        return reader.packet();
    }

    /** Makes the key frame presented at {@code goal} the next packet; false if it is not found. */
    boolean go(long goal, ChunkSpec chunk) {
        pending = Optional.empty();
        if (goal == FROM_START) {
            return atStart() || rewind();
        }
        if (near(goal, chunk) && find(goal)) {
            return true;
        }
        for (long back : new long[] {0, 1, 10}) {
            if (seek(goal - back * base.den() / base.num(), chunk) && find(goal)) {
                return true;
            }
        }
        // A key frame that the container does not mark is one that it may have left out.
        reader.keysOnly(false);
        return rewind() && find(goal);
    }

    /** Whether the packets that are no key frames may be left unread. */
    void keysOnly(boolean only) {
        reader.keysOnly(only);
    }

    private boolean atStart() {
        return untouchedAtFirst && !moved;
    }

    private boolean near(long goal, ChunkSpec chunk) {
        if (atStart()) {
            return base.micros(goal - chunk.getFirstPts()) < nearMicros();
        }
        return moved && goal > lastRead && base.micros(goal - lastRead) < nearMicros();
    }

    /** How far reading on is cheaper than a seek. */
    private long nearMicros() {
        return switch (container.kind()) {
            case MOV -> 500_000;
            case MATROSKA, AVI -> 1_000_000;
            case FLV, MPEGTS -> 5_000_000;
            case H264, HEVC -> Long.MAX_VALUE;
        };
    }

    private boolean seek(long goal, ChunkSpec chunk) {
        moved = true;
        if (container.timeless()) {
            return chunk.getSeekPosition() >= 0
                    && reader.seekByte(chunk.getSeekPosition(), chunk.getSeekPts());
        }
        return reader.seek(goal);
    }

    private boolean rewind() {
        moved = true;
        return reader.rewind();
    }

    private boolean find(long goal) {
        for (Optional<PacketInfo> info = next(); info.isPresent(); info = next()) {
            PacketInfo packet = info.get();
            if (packet.key() && packet.pts() == goal) {
                pending = info;
                return true;
            }
            boolean decodedLater = packet.dts() != PacketInfo.NO_TIME && packet.dts() > goal;
            if (decodedLater || (packet.key() && packet.pts() > goal)) {
                return false;
            }
        }
        return false;
    }

    @Override
    public void close() {
        reader.close();
    }
}
