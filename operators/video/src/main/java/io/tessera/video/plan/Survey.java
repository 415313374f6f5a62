/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video.plan;

import io.tessera.contract.failure.Code;
import io.tessera.contract.failure.InputFailure;
import io.tessera.contract.input.Progress;
import io.tessera.v1.InputState;
import io.tessera.video.container.Container;
import io.tessera.video.container.ContainerKind;
import io.tessera.video.container.PacketInfo;
import io.tessera.video.container.PacketReader;
import io.tessera.video.container.TimeBase;
import java.util.Optional;

/**
 * One pass over the packets of a video, without decoding: the cheapest means that gives true
 * counts. It keeps eight bytes a packet.
 */
final class Survey {
    /** 27 hours at 60 frames a second; in memory 48 MB. */
    static final int MOST_PACKETS = 6_000_000;

    private static final int TICK = 256;

    /** Decode times rise; a step back by more is another recording behind the first. */
    private static final long BACKWARD_MICROS = 1_000_000;

    private final LongList shown = new LongList();
    private final LongList hidden = new LongList();
    private final LongList keys = new LongList();
    private final LongList keyPositions = new LongList();
    private long packets;
    private long falseKeys;
    private long corrupt;
    private long backward;
    private long lastDts = PacketInfo.NO_TIME;
    private long continuityErrors;
    private long errors;
    private boolean ended;
    private long othersEndMicros;
    private int shownBeforeFirstKey;
    private long leading;
    private long lastPts = Long.MIN_VALUE;
    private long lastDuration;

    private final TimeBase base;

    private Survey(TimeBase base) {
        this.base = base;
    }

    static Survey of(Container container, TimeBase base, Progress progress) throws InputFailure {
        Survey survey = new Survey(base);
        try (PacketReader reader = new PacketReader(container)) {
            if (!Announced.comparesOtherStreams(container)) {
                reader.skipOthers();
            }
            survey.readAll(reader, progress);
        }
        if (container.kind() == ContainerKind.MPEGTS) {
            survey.continuityErrors = container.continuityErrors(progress);
        }
        return survey;
    }

    private void readAll(PacketReader reader, Progress progress) throws InputFailure {
        for (Optional<PacketInfo> next = reader.next(); next.isPresent(); next = reader.next()) {
            add(next.get());
            if (packets % TICK == 0) {
                progress.tick();
            }
            if (packets > MOST_PACKETS) {
                throw new InputFailure(
                        InputState.REFUSED_LIMIT,
                        Code.LIMIT_PACKETS,
                        "video has more than %d packets; cut it into shorter files"
                                .formatted(MOST_PACKETS));
            }
        }
        ended = reader.ended();
        errors = reader.errors();
        othersEndMicros = reader.othersEndMicros();
    }

    private void add(PacketInfo packet) {
        packets++;
        falseKeys += packet.markedKey() && !packet.key() ? 1 : 0;
        corrupt += packet.corrupt() ? 1 : 0;
        if (packet.dts() != PacketInfo.NO_TIME) {
            boolean known = lastDts != PacketInfo.NO_TIME;
            backward += known && base.micros(lastDts - packet.dts()) > BACKWARD_MICROS ? 1 : 0;
            lastDts = packet.dts();
        }
        if (packet.key()) {
            if (keys.size() == 0) {
                shownBeforeFirstKey = shown.size();
            }
            keys.add(packet.pts());
            keyPositions.add(packet.position());
        }
        boolean undecodable =
                keys.size() > 0 && packet.pts() < keys.get(0) && !packet.decodableLeading();
        if (undecodable && packet.shown()) {
            leading++;
            return;
        }
        (packet.shown() ? shown : hidden).add(packet.pts());
        if (packet.shown() && packet.pts() >= lastPts) {
            lastPts = packet.pts();
            lastDuration = packet.duration();
        }
    }

    /**
     * The frames that can be decoded, in presentation order. Pictures before the first key frame,
     * in the order of the file or of presentation, cannot.
     */
    Timeline timeline(boolean timeless) {
        long[] frames = shown.sorted((int) beforeFirstKey());
        long[] entries = timeless ? inOrder(keys) : keys.sorted(0);
        long[] positions = timeless ? inOrder(keyPositions) : new long[0];
        long duration = lastDuration;
        if (duration <= 0 && frames.length > 1) {
            duration = (frames[frames.length - 1] - frames[0]) / (frames.length - 1);
        }
        long end = frames.length == 0 ? 0 : frames[frames.length - 1] + Math.max(1, duration);
        return new Timeline(frames, hidden.sorted(0), entries, positions, end);
    }

    private static long[] inOrder(LongList list) {
        long[] copy = new long[list.size()];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = list.get(i);
        }
        return copy;
    }

    /** Frames of packets that come before any key frame: they cannot be decoded. */
    long beforeFirstKey() {
        return keys.size() == 0 ? 0 : shownBeforeFirstKey;
    }

    /** Frames shown before the first key frame that come after it in the file. */
    long leading() {
        return leading;
    }

    long packets() {
        return packets;
    }

    long keyframes() {
        return keys.size();
    }

    /** Packets marked as key frames that are none. */
    long falseKeys() {
        return falseKeys;
    }

    /** Places at which times run backwards. */
    long backward() {
        return backward;
    }

    /** Losses in a transport stream. */
    long continuityErrors() {
        return continuityErrors;
    }

    /** Packets that the demuxer says are damaged or cut. */
    long corrupt() {
        return corrupt;
    }

    long errors() {
        return errors;
    }

    boolean ended() {
        return ended;
    }

    /** Where the last frame ends as a time of the container's own clock, in microseconds. */
    long endMicros() {
        return lastPts == Long.MIN_VALUE ? 0 : base.micros(lastPts + lastDuration);
    }

    long othersEndMicros() {
        return othersEndMicros;
    }
}
