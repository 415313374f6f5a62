/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video.container;

/**
 * What is known of a packet of the chosen stream without decoding it.
 *
 * @param pts presentation time in the stream's time base; the ordinal of the picture in display
 *     order where the stream carries no times
 * @param dts decode time, {@link #NO_TIME} where it is unknown; every later packet is presented at
 *     or after it
 * @param duration in the time base, 0 where unknown
 * @param position of its first byte in the input, -1 where unknown
 * @param key whether decoding can begin here: by the picture's own headers where they say so, else
 *     by the container's mark
 * @param markedKey whether the container or the parser says so
 * @param droppable whether no other picture refers to it, so that it need not be decoded unless it
 *     is wanted itself
 * @param shown whether a frame is expected of it: not of packets marked discard, hidden pictures
 *     and second fields
 * @param decodableLeading whether it is shown before the key frame that it follows in the file and
 *     can be decoded all the same when decoding begins there
 * @param corrupt whether the demuxer found it damaged or cut
 */
public record PacketInfo(
        long pts,
        long dts,
        long duration,
        long position,
        boolean key,
        boolean markedKey,
        boolean droppable,
        boolean shown,
        boolean decodableLeading,
        boolean corrupt) {
    /** No time is known (AV_NOPTS_VALUE). */
    public static final long NO_TIME = Long.MIN_VALUE;

    PacketInfo at(long newPts) {
        return new PacketInfo(
                newPts,
                dts,
                duration,
                position,
                key,
                markedKey,
                droppable,
                shown,
                decodableLeading,
                corrupt);
    }
}
