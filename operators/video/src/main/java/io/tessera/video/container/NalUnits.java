/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video.container;

/**
 * Finds the units of an H.264 or HEVC packet, whether they are preceded by their length (MP4,
 * Matroska, FLV) or by start codes (transport and raw streams).
 */
final class NalUnits {
    private final int lengthBytes;

    private NalUnits(int lengthBytes) {
        this.lengthBytes = lengthBytes;
    }

    /**
     * Reads the framing from a decoder configuration record (ISO/IEC 14496-15).
     *
     * @param lengthSizeAt offset of the byte whose two lowest bits hold lengthSizeMinusOne
     */
    static NalUnits of(PacketBytes extradata, int lengthSizeAt) {
        boolean startCodes = extradata.at(0) == 0 && extradata.at(1) == 0 && extradata.at(2) <= 1;
        if (extradata.size() <= lengthSizeAt || startCodes) {
            return new NalUnits(0);
        }
        return new NalUnits((extradata.at(lengthSizeAt) & 3) + 1);
    }

    /** As {@link #of}, for VVC, whose record holds lengthSizeMinusOne in bits 1 and 2 of byte 0. */
    static NalUnits ofVvc(PacketBytes extradata) {
        boolean startCodes = extradata.at(0) == 0 && extradata.at(1) == 0;
        return new NalUnits(
                startCodes || extradata.size() == 0 ? 0 : (extradata.at(0) >> 1 & 3) + 1);
    }

    /** Whether units are preceded by start codes. */
    boolean startCodes() {
        return lengthBytes == 0;
    }

    /** Offset of the first unit's header, or -1. */
    int first(PacketBytes bytes) {
        return lengthBytes == 0 ? afterStartCode(bytes, 0) : bounded(bytes, lengthBytes);
    }

    /** Offset of the header of the unit that follows the one at {@code header}, or -1. */
    int next(PacketBytes bytes, int header) {
        if (lengthBytes == 0) {
            return afterStartCode(bytes, header);
        }
        long length = bytes.bits((header - lengthBytes) * 8, Math.min(lengthBytes, 3) * 8);
        if (lengthBytes == 4) {
            length = length << 8 | bytes.at(header - 1);
        }
        long next = header + length + lengthBytes;
        return length <= 0 || next > Integer.MAX_VALUE ? -1 : bounded(bytes, (int) next);
    }

    private static int bounded(PacketBytes bytes, int header) {
        return header < bytes.size() ? header : -1;
    }

    private static int afterStartCode(PacketBytes bytes, int from) {
        for (int i = from; i + 3 < bytes.size(); i++) {
            if (bytes.at(i) == 0 && bytes.at(i + 1) == 0 && bytes.at(i + 2) == 1) {
                return i + 3;
            }
        }
        return -1;
    }
}
