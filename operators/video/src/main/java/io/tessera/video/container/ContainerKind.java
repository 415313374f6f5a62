/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video.container;

import java.util.Optional;

/**
 * The containers that are read, each with the one demuxer that may touch it. The kind is told from
 * the leading bytes alone: names, extensions and FFmpeg's own probing are not asked, so that a
 * playlist or a manifest never reaches a demuxer that would follow it.
 */
public enum ContainerKind {
    MOV("mov"),
    MATROSKA("matroska"),
    MPEGTS("mpegts"),
    AVI("avi"),
    FLV("flv"),
    /** An H.264 byte stream without a container (ITU-T H.264 Annex B). */
    H264("h264"),
    /** An HEVC byte stream without a container (ITU-T H.265 Annex B). */
    HEVC("hevc");

    /** Leading bytes that {@link #of} looks at. */
    public static final int HEAD_BYTES = 2048;

    private final String demuxer;

    ContainerKind(String demuxer) {
        this.demuxer = demuxer;
    }

    /** FFmpeg's name of the demuxer, which is also the container's name in records. */
    public String demuxer() {
        return demuxer;
    }

    /** Whether the bytes carry no index and no times, only pictures. */
    boolean raw() {
        return this == H264 || this == HEVC;
    }

    /** The kind of an input from its first bytes, {@link #HEAD_BYTES} of them if it has as many. */
    public static Optional<ContainerKind> of(byte[] head) {
        if (isMov(head)) {
            return Optional.of(MOV);
        }
        if (starts(head, 0, 0x1A, 0x45, 0xDF, 0xA3)) {
            return Optional.of(MATROSKA);
        }
        if (starts(head, 0, 'R', 'I', 'F', 'F') && starts(head, 8, 'A', 'V', 'I')) {
            return Optional.of(AVI);
        }
        if (starts(head, 0, 'F', 'L', 'V', 1)) {
            return Optional.of(FLV);
        }
        Optional<ContainerKind> stream = byteStream(head);
        return stream.isPresent() ? stream : transportStream(head);
    }

    private static boolean isMov(byte[] head) {
        for (String box : new String[] {"ftyp", "moov", "mdat", "free", "skip", "wide", "styp"}) {
            if (starts(head, 4, box.charAt(0), box.charAt(1), box.charAt(2), box.charAt(3))) {
                return true;
            }
        }
        return false;
    }

    /** A start code, then a first unit that a stream of pictures can begin with. */
    private static Optional<ContainerKind> byteStream(byte[] head) {
        int zeros = 0;
        while (zeros < head.length && zeros < 16 && head[zeros] == 0) {
            zeros++;
        }
        if (zeros < 2 || zeros + 2 >= head.length || head[zeros] != 1) {
            return Optional.empty();
        }
        int first = head[zeros + 1] & 0xFF;
        int second = head[zeros + 2] & 0xFF;
        // VPS, SPS, AUD or prefix SEI with layer 0 and temporal id 0.
        if (second == 1 && (first == 0x40 || first == 0x42 || first == 0x46 || first == 0x4E)) {
            return Optional.of(HEVC);
        }
        boolean forbidden = first >= 0x80;
        int type = first & 0x1F;
        boolean h264 = type == 7 || type == 9 || type == 6 || type == 5 || type == 1;
        return h264 && !forbidden ? Optional.of(H264) : Optional.empty();
    }

    private static Optional<ContainerKind> transportStream(byte[] head) {
        return transportPacketBytes(head) > 0 ? Optional.of(MPEGTS) : Optional.empty();
    }

    /**
     * Distance of the sync bytes of a transport stream: 188 plain, 192 with time stamps (M2TS), 204
     * with check bytes; 0 if it is none.
     */
    static int transportPacketBytes(byte[] head) {
        for (int size : new int[] {188, 192, 204}) {
            for (int offset = 0; offset < size; offset++) {
                int packets = 0;
                int at = offset;
                while (at < head.length && head[at] == 0x47) {
                    packets++;
                    at += size;
                }
                if (at >= head.length && packets >= (head.length < 1024 ? 2 : 5)) {
                    return size;
                }
            }
        }
        return 0;
    }

    private static boolean starts(byte[] head, int offset, int... bytes) {
        if (head.length < offset + bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((head[offset + i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
