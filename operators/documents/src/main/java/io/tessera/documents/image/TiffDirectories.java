/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.image;

import io.tessera.documents.source.CachedSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The chain of directories of a TIFF file, followed by ourselves: decoders follow a chain that
 * bites its tail for ever.
 *
 * @param directories in the order of the chain, at most one more than was asked for
 * @param damage what is wrong with the chain; null where nothing is
 */
record TiffDirectories(List<TiffDirectory> directories, @Nullable String damage) {
    private static final int MOST_ENTRIES = 4096;
    private static final int[] TYPE_BYTES = {
        0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8
    };
    private static final int RATIONAL = 5;
    private static final int MOST_STRETCHES = 16384;
    private static final int STRIP_OFFSETS = 273;
    private static final int STRIP_LENGTHS = 279;
    private static final int TILE_OFFSETS = 324;
    private static final int TILE_LENGTHS = 325;

    TiffDirectories {
        directories = List.copyOf(directories);
    }

    /** Reads the chain of a TIFF file up to {@code most} directories. */
    static TiffDirectories of(CachedSource source, int most) throws IOException {
        return of(HeaderBytes.bigEndian(source), most);
    }

    /** Reads the chain of a TIFF structure, which begins with its byte order. */
    static TiffDirectories of(HeaderBytes bytes, int most) throws IOException {
        HeaderBytes ordered = bytes.ordered(bytes.is(0, "II"));
        boolean big = ordered.shortAt(2) == 43;
        List<TiffDirectory> found = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        long offset = big ? ordered.number(8, 8) : ordered.intAt(4);
        while (offset != 0 && found.size() < most) {
            if (!seen.add(offset)) {
                return new TiffDirectories(
                        found,
                        "directory chain returns to byte %d after %d directories"
                                .formatted(offset, found.size()));
            }
            try {
                found.add(directory(ordered, offset, big));
            } catch (IOException e) {
                return new TiffDirectories(
                        found,
                        "directory chain breaks at byte %d after %d directories"
                                .formatted(offset, found.size()));
            }
            offset = found.get(found.size() - 1).next();
        }
        return new TiffDirectories(found, null);
    }

    private static TiffDirectory directory(HeaderBytes bytes, long offset, boolean big)
            throws IOException {
        int countBytes = big ? 8 : 2;
        int entryBytes = big ? 20 : 12;
        long entries = bytes.number(offset, countBytes);
        if (entries < 1 || entries > MOST_ENTRIES) {
            throw new IOException("directory of %d entries".formatted(entries));
        }
        long at = offset + countBytes;
        Map<Integer, Double> values = new HashMap<>();
        List<Long> offsets = new ArrayList<>();
        List<Long> lengths = new ArrayList<>();
        for (long i = 0; i < entries; i++, at += entryBytes) {
            Double value = value(bytes, at, big);
            if (value != null) {
                values.put(bytes.shortAt(at), value);
            }
            switch (bytes.shortAt(at)) {
                case STRIP_OFFSETS, TILE_OFFSETS -> offsets = numbers(bytes, at, big);
                case STRIP_LENGTHS, TILE_LENGTHS -> lengths = numbers(bytes, at, big);
                default -> {}
            }
        }
        int pointerBytes = big ? 8 : 4;
        long next = at + pointerBytes <= bytes.length() ? bytes.number(at, pointerBytes) : 0;
        return new TiffDirectory(
                offset, at, pointerBytes, next, stretches(offsets, lengths), values);
    }

    private static List<TiffDirectory.Stretch> stretches(List<Long> offsets, List<Long> lengths) {
        List<TiffDirectory.Stretch> stretches = new ArrayList<>();
        for (int i = 0; i < Math.min(offsets.size(), lengths.size()); i++) {
            stretches.add(new TiffDirectory.Stretch(offsets.get(i), lengths.get(i)));
        }
        return stretches;
    }

    /** All values of an entry of whole numbers; none where there are too many. */
    private static List<Long> numbers(HeaderBytes bytes, long at, boolean big) throws IOException {
        int type = bytes.shortAt(at + 2);
        long count = bytes.number(at + 4, big ? 8 : 4);
        boolean whole = type == 3 || type == 4 || type == 16;
        if (!whole || count < 1 || count > MOST_STRETCHES) {
            return List.of();
        }
        int size = TYPE_BYTES[type];
        int field = big ? 8 : 4;
        long inline = at + 4 + field;
        long where = count > field / size ? bytes.number(inline, field) : inline;
        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            numbers.add(bytes.number(where + (long) i * size, size));
        }
        return numbers;
    }

    private static @Nullable Double value(HeaderBytes bytes, long at, boolean big)
            throws IOException {
        int type = bytes.shortAt(at + 2);
        if (type >= TYPE_BYTES.length || TYPE_BYTES[type] == 0 || type == 2 || type == 7) {
            return null;
        }
        long count = bytes.number(at + 4, big ? 8 : 4);
        int field = big ? 8 : 4;
        long inline = at + 4 + field;
        boolean far = count < 1 || count > field / TYPE_BYTES[type];
        long where = far ? bytes.number(inline, field) : inline;
        if (count < 1 || where < 0 || where + TYPE_BYTES[type] > bytes.length()) {
            return null;
        }
        if (type == RATIONAL) {
            double below = bytes.intAt(where + 4);
            return below == 0 ? null : bytes.intAt(where) / below;
        }
        boolean whole = type < RATIONAL || type >= 13;
        return whole ? (double) bytes.number(where, TYPE_BYTES[type]) : null;
    }
}
