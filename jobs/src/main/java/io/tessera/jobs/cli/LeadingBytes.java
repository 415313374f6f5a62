/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.cli;

import io.tessera.v1.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Tells from a file's first bytes which command it is for. Signatures are compared, nothing is
 * parsed: what a file really holds is found by a worker.
 */
final class LeadingBytes {
    private static final int LENGTH = 1024;
    private static final int TS_PACKET = 188;

    private LeadingBytes() {}

    /** The kind that the file's beginning speaks for; UNKNOWN for anything else. */
    static Kind kindOf(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return kindOf(in.readNBytes(LENGTH));
        }
    }

    static Kind kindOf(byte[] head) {
        if (isDocument(head)) {
            return Kind.DOCUMENT;
        }
        return isVideo(head) ? Kind.VIDEO : Kind.UNKNOWN;
    }

    private static boolean isDocument(byte[] head) {
        boolean riffPicture = has(head, 0, "RIFF") && has(head, 8, "WEBP");
        boolean jpeg2000 = has(head, 4, "jP  ") || has(head, 0, 0xFF, 0x4F, 0xFF, 0x51);
        return riffPicture
                || jpeg2000
                || has(head, 0, "II*\0")
                || has(head, 0, "MM\0*")
                || has(head, 0, "II+\0")
                || has(head, 0, "MM\0+")
                || has(head, 0, 0x89, 'P', 'N', 'G')
                || has(head, 0, 0xFF, 0xD8, 0xFF)
                || has(head, 0, "GIF8")
                || has(head, 0, "BM")
                || contains(head, "%PDF-");
    }

    private static boolean isVideo(byte[] head) {
        boolean box =
                has(head, 4, "ftyp")
                        || has(head, 4, "moov")
                        || has(head, 4, "mdat")
                        || has(head, 4, "wide")
                        || has(head, 4, "free")
                        || has(head, 4, "skip");
        boolean transportStream = has(head, 0, 0x47) && has(head, TS_PACKET, 0x47);
        boolean timedTransportStream = has(head, 4, 0x47) && has(head, 4 + TS_PACKET + 4, 0x47);
        boolean rawStream = has(head, 0, 0, 0, 1) || has(head, 0, 0, 0, 0, 1);
        return box
                || transportStream
                || timedTransportStream
                || rawStream
                || has(head, 0, 0x1A, 0x45, 0xDF, 0xA3)
                || (has(head, 0, "RIFF") && has(head, 8, "AVI "))
                || has(head, 0, "FLV");
    }

    private static boolean has(byte[] head, int at, String ascii) {
        byte[] wanted = ascii.getBytes(StandardCharsets.ISO_8859_1);
        int[] values = new int[wanted.length];
        for (int i = 0; i < wanted.length; i++) {
            values[i] = wanted[i] & 0xFF;
        }
        return has(head, at, values);
    }

    private static boolean has(byte[] head, int at, int... wanted) {
        if (head.length < at + wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if ((head[at + i] & 0xFF) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean contains(byte[] head, String ascii) {
        return new String(head, StandardCharsets.ISO_8859_1).contains(ascii);
    }
}
