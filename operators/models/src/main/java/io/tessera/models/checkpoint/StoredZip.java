/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where the entries of a zip of stored (uncompressed) files lie, ZIP64 included. Sizes come from
 * the central directory, since torch leaves them 0 in the local headers; the payload begins after
 * the local header's own name and padding.
 */
final class StoredZip {
    private static final int END = 0x06054b50;
    private static final int END64 = 0x06064b50;
    private static final int LOCATOR64 = 0x07064b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final long UNSET = 0xFFFFFFFFL;
    private static final long MAX_DIRECTORY = 256L << 20;

    /** One entry's payload. */
    record Entry(long offset, long length) {}

    private StoredZip() {}

    static Map<String, Entry> entries(FileChannel channel, Path file)
            throws IOException, BadCheckpoint {
        try {
            return read(channel, file);
        } catch (java.nio.BufferUnderflowException | java.io.EOFException e) {
            throw new BadCheckpoint(file + " is no whole zip; download it again", e);
        }
    }

    private static Map<String, Entry> read(FileChannel channel, Path file)
            throws IOException, BadCheckpoint {
        long length = channel.size();
        long[] directory = directory(channel, file, length);
        ByteBuffer central = bytes(channel, directory[0], directory[1]);
        Map<String, Entry> entries = new LinkedHashMap<>();
        while (central.remaining() >= 46 && central.getInt(central.position()) == CENTRAL) {
            int at = central.position();
            int method = Short.toUnsignedInt(central.getShort(at + 10));
            long packed = Integer.toUnsignedLong(central.getInt(at + 20));
            long size = Integer.toUnsignedLong(central.getInt(at + 24));
            int nameLength = Short.toUnsignedInt(central.getShort(at + 28));
            int extraLength = Short.toUnsignedInt(central.getShort(at + 30));
            int commentLength = Short.toUnsignedInt(central.getShort(at + 32));
            long header = Integer.toUnsignedLong(central.getInt(at + 42));
            byte[] name = new byte[nameLength];
            central.position(at + 46);
            central.get(name);
            ByteBuffer extra =
                    central.slice(central.position(), extraLength).order(ByteOrder.LITTLE_ENDIAN);
            long[] wide = wide(extra, size, packed, header);
            central.position(at + 46 + nameLength + extraLength + commentLength);
            String text = new String(name, StandardCharsets.UTF_8);
            if (method != 0 || wide[0] != wide[1]) {
                throw new BadCheckpoint(
                        "%s: entry %s is compressed; torch stores entries, so this is no checkpoint"
                                .formatted(file, text));
            }
            entries.put(text, payload(channel, file, text, wide[2], wide[0], length));
        }
        if (entries.isEmpty()) {
            throw new BadCheckpoint(file + " holds no entries; it is no torch checkpoint");
        }
        return entries;
    }

    /** Offset and length of the central directory. */
    private static long[] directory(FileChannel channel, Path file, long length)
            throws IOException, BadCheckpoint {
        int tailLength = (int) Math.min(length, 22 + 0xFFFF);
        ByteBuffer tail = bytes(channel, length - tailLength, tailLength);
        int end = tailLength - 22;
        while (end >= 0 && tail.getInt(end) != END) {
            end--;
        }
        if (end < 0) {
            throw new BadCheckpoint(
                    file + " has no zip directory; it is cut off or no torch checkpoint");
        }
        long size = Integer.toUnsignedLong(tail.getInt(end + 12));
        long offset = Integer.toUnsignedLong(tail.getInt(end + 16));
        if (end >= 20 && tail.getInt(end - 20) == LOCATOR64) {
            ByteBuffer record = bytes(channel, tail.getLong(end - 12), 56);
            if (record.getInt(0) != END64) {
                throw new BadCheckpoint(file + " has a damaged ZIP64 record");
            }
            size = record.getLong(40);
            offset = record.getLong(48);
        }
        if (offset < 0 || size < 0 || size > MAX_DIRECTORY || offset > length - size) {
            throw new BadCheckpoint(
                    "%s announces a directory of %d bytes at %d in a file of %d"
                            .formatted(file, size, offset, length));
        }
        return new long[] {offset, size};
    }

    /** Size, packed size and header offset with what the ZIP64 extra field says of them. */
    private static long[] wide(ByteBuffer extra, long size, long packed, long header) {
        long[] values = {size, packed, header};
        while (extra.remaining() >= 4) {
            int id = Short.toUnsignedInt(extra.getShort());
            int length = Short.toUnsignedInt(extra.getShort());
            int next = extra.position() + length;
            if (id == 1) {
                for (int i = 0; i < values.length; i++) {
                    if (values[i] == UNSET) {
                        values[i] = extra.getLong();
                    }
                }
            }
            extra.position(Math.min(next, extra.limit()));
        }
        return values;
    }

    private static Entry payload(
            FileChannel channel, Path file, String name, long header, long size, long length)
            throws IOException, BadCheckpoint {
        if (header < 0 || header > length - 30) {
            throw new BadCheckpoint("%s: entry %s lies outside".formatted(file, name));
        }
        ByteBuffer local = bytes(channel, header, 30);
        long start =
                header
                        + 30
                        + Short.toUnsignedInt(local.getShort(26))
                        + Short.toUnsignedInt(local.getShort(28));
        if (local.getInt(0) != LOCAL || size < 0 || start > length - size) {
            throw new BadCheckpoint(
                    "%s: entry %s of %d bytes at %d lies outside the file of %d bytes"
                            .formatted(file, name, size, start, length));
        }
        return new Entry(start, size);
    }

    private static ByteBuffer bytes(FileChannel channel, long offset, long length)
            throws IOException {
        ByteBuffer bytes =
                ByteBuffer.allocate(Math.toIntExact(length)).order(ByteOrder.LITTLE_ENDIAN);
        SafetensorsFile.readFully(channel, bytes, Math.max(0, offset));
        return bytes.flip();
    }
}
