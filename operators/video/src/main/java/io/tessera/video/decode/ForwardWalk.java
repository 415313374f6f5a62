/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video.decode;

import io.tessera.contract.failure.InputFailure;
import io.tessera.contract.input.Progress;
import io.tessera.v1.ChunkSpec;
import io.tessera.v1.DecodeHealth;
import io.tessera.video.container.Container;
import io.tessera.video.container.PacketInfo;
import io.tessera.video.container.TimeBase;
import io.tessera.video.frame.FrameSink;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Walks forward over a video and decodes what is wanted of it and what that refers to, no more:
 *
 * <ul>
 *   <li>a key frame is sought only where it lies ahead; else decoding goes on, also from chunk to
 *       chunk;
 *   <li>a picture that nothing refers to is not even sent unless its frame is wanted;
 *   <li>where the next wanted frame has a key frame of its own, the decoder is drained at the last
 *       wanted packet before it;
 *   <li>at the end of a chunk a few packets more are sent, until nothing of the chunk is
 *       outstanding; the decoder stays as it is for the next chunk, and what came of those packets
 *       is kept for it.
 * </ul>
 *
 * Counts are over the packets that belong to the chunk and that its plan needs. Packets rolled
 * through from a key frame before it, or sent ahead for the next chunk, are in no count, so the
 * same chunk gives the same counts wherever decoding began. Not thread-safe.
 */
public final class ForwardWalk implements AutoCloseable {
    /** Beyond any reordering: a decoder that holds its frames for longer has lost them. */
    private static final int MOST_AHEAD = 128;

    private final Container container;
    private final Decoder decoder;
    private final PacketCursor cursor;
    private final Scaler scaler = new Scaler();
    private final TimeBase base;
    private final int rotation;

    /** Packets in the decoder by their numbers. */
    private final Map<Long, Sent> inside = new InDecoder(4 * MOST_AHEAD);

    /** Frames that came before their chunk. */
    private final HeldFrames held = new HeldFrames();

    /** Packets that were sent before their chunk. */
    private Deque<Sent> ahead = new ArrayDeque<>();

    /** Whether the decoder has all that follows {@code chainStart} up to where the cursor is. */
    private boolean running;

    private long chainStart;
    private long chainLast;
    private long packetNumber;
    private long lastShown = Long.MIN_VALUE;
    private long walkedMicros;
    private boolean closed;

    /**
     * Takes over a container, which is closed with this.
     *
     * @param untouched whether none of its packets was read yet
     */
    public ForwardWalk(Container container, boolean untouched) throws InputFailure {
        this.container = container;
        base = container.timeBase();
        rotation = container.rotation();
        decoder = new Decoder(container);
        cursor = new PacketCursor(container, untouched);
    }

    /** Walks over one chunk; {@code VideoSource.walk} says what is promised. */
    public DecodeHealth over(ChunkSpec chunk, long stepMicros, FrameSink sink, Progress progress)
            throws InputFailure {
        Wanted wanted = new Wanted(chunk, stepMicros);
        Tally tally = new Tally(chunk, sink);
        cursor.report(progress);
        cursor.keysOnly(wanted.keysAlone());
        boolean finished = false;
        try {
            takeUp(chunk, wanted, tally);
            advance(chunk, wanted, tally);
            settle(chunk, tally);
            finished = true;
        } finally {
            running &= finished && !wanted.keysAlone();
            walkedMicros = chunk.getEndMicros();
            inside.values().removeIf(sent -> sent.micros < chunk.getEndMicros());
        }
        return tally.health(wanted.notFound());
    }

    /** Goes on from the chunk before, if this one can be decoded from there. */
    private void takeUp(ChunkSpec chunk, Wanted wanted, Tally tally) throws InputFailure {
        long goal = wanted.goal();
        boolean sequel =
                running
                        && chunk.getStartMicros() >= walkedMicros
                        && goal >= chainStart
                        && goal <= chainLast;
        if (!sequel) {
            running = false;
            return;
        }
        Deque<Sent> before = ahead;
        ahead = new ArrayDeque<>();
        for (Sent sent : before) {
            boolean needed = !wanted.done() && wanted.goal() <= sent.lastKey;
            assign(sent, chunk, wanted, tally, needed);
        }
        held.giveBack((frame, sent) -> came(frame, sent, chunk, tally));
        tally.check();
    }

    private void advance(ChunkSpec chunk, Wanted wanted, Tally tally) throws InputFailure {
        while (!wanted.done()) {
            if (!running || wanted.goal() > chainLast) {
                if (!begin(wanted.goal(), chunk, tally)) {
                    return;
                }
            }
            Optional<PacketInfo> next = cursor.next();
            if (next.isEmpty()) {
                drain(chunk, tally);
                return;
            }
            PacketInfo packet = next.get();
            long micros = micros(packet.pts(), chunk);
            boolean beyond = wanted.beyond(packet, micros, micros(packet.dts(), chunk));
            place(packet, micros, chunk, wanted, tally);
            tally.check();
            if (beyond || ahead.size() > MOST_AHEAD) {
                return;
            }
        }
    }

    /** Sends on until nothing of the chunk is outstanding. */
    private void settle(ChunkSpec chunk, Tally tally) throws InputFailure {
        int sent = 0;
        while (running && outstanding()) {
            Optional<PacketInfo> next = cursor.next();
            if (next.isEmpty() || ++sent > MOST_AHEAD) {
                drain(chunk, tally);
                return;
            }
            PacketInfo packet = next.get();
            passKey(packet);
            if (!leading(packet)) {
                Sent early = new Sent(packet, micros(packet.pts(), chunk), chainLast);
                ahead.add(early);
                send(early, chunk, tally);
            }
            tally.check();
        }
    }

    private boolean outstanding() {
        for (Sent sent : inside.values()) {
            if (sent.counted && sent.packet.pts() > lastShown) {
                return true;
            }
        }
        return false;
    }

    /** Starts anew at a key frame; false where it cannot be found. */
    private boolean begin(long goal, ChunkSpec chunk, Tally tally) throws InputFailure {
        if (running) {
            drain(chunk, tally);
        } else {
            decoder.flush();
            forget();
        }
        if (!cursor.go(goal, chunk)) {
            return false;
        }
        running = true;
        chainStart = goal;
        chainLast = goal;
        lastShown = Long.MIN_VALUE;
        return true;
    }

    private void drain(ChunkSpec chunk, Tally tally) throws InputFailure {
        decoder.drain(frame -> arrived(frame, chunk, tally));
        running = false;
        forget();
        tally.check();
    }

    private void forget() {
        inside.clear();
        ahead.clear();
        held.clear();
    }

    private void place(
            PacketInfo packet, long micros, ChunkSpec chunk, Wanted wanted, Tally tally) {
        passKey(packet);
        if (leading(packet)) {
            return;
        }
        Sent sent = new Sent(packet, micros, chainLast);
        boolean wantedOrReferred = assign(sent, chunk, wanted, tally, true);
        if (wantedOrReferred) {
            send(sent, chunk, tally);
        }
    }

    private void passKey(PacketInfo packet) {
        if (packet.key()) {
            chainLast = Math.max(chainLast, packet.pts());
        }
    }

    /** Whether a picture refers to what came before the key frame that decoding began with. */
    private boolean leading(PacketInfo packet) {
        return chainStart != PacketCursor.FROM_START && packet.pts() < chainStart;
    }

    /** Says what a packet is for in this chunk, and whether it has to be sent. */
    private boolean assign(Sent sent, ChunkSpec chunk, Wanted wanted, Tally tally, boolean needed) {
        PacketInfo packet = sent.packet;
        if (sent.micros >= chunk.getEndMicros()) {
            ahead.add(sent);
            return true;
        }
        if (sent.micros < chunk.getStartMicros()) {
            return !packet.droppable();
        }
        sent.use(wanted.take(packet, sent.micros));
        boolean send = sent.sampled || sent.measured || !packet.droppable();
        if (send && needed && packet.shown()) {
            sent.counted = true;
            tally.expect();
        }
        return send;
    }

    private void send(Sent sent, ChunkSpec chunk, Tally tally) {
        long number = packetNumber++;
        if (sent.packet.shown()) {
            inside.put(number, sent);
        }
        decoder.send(cursor.packet(), number, frame -> arrived(frame, chunk, tally));
    }

    private void arrived(AVFrame frame, ChunkSpec chunk, Tally tally) {
        Sent sent = inside.remove(frame.pts());
        if (sent == null) {
            return;
        }
        lastShown = Math.max(lastShown, sent.packet.pts());
        came(frame, sent, chunk, tally);
    }

    private void came(AVFrame frame, Sent sent, ChunkSpec chunk, Tally tally) {
        if (sent.micros >= chunk.getEndMicros()) {
            held.add(frame, sent);
            return;
        }
        tally.came(sent, new UprightFrame(frame, scaler, rotation, sent.micros, sent.sampled));
    }

    private long micros(long time, ChunkSpec chunk) {
        return time == PacketInfo.NO_TIME ? 0 : base.micros(time - chunk.getFirstPts());
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        forget();
        scaler.close();
        decoder.close();
        cursor.close();
        container.close();
    }
}
