/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.image;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One directory of a TIFF file or of an EXIF block.
 *
 * @param offset where it begins, from the beginning of the file or block
 * @param nextAt position of the pointer to the next directory
 * @param pointerBytes size of that pointer: 4, or 8 in a BigTIFF
 * @param next the pointer: offset of the next directory, 0 at the end
 * @param data stretches of the file that hold the pixels; empty where there are too many to list
 * @param values first value of each whole or rational number, by tag
 */
record TiffDirectory(
        long offset,
        long nextAt,
        int pointerBytes,
        long next,
        List<Stretch> data,
        Map<Integer, Double> values) {
    static final int SUBFILE_TYPE = 254;
    static final int WIDTH = 256;
    static final int HEIGHT = 257;
    static final int ORIENTATION = 274;
    static final int X_RESOLUTION = 282;
    static final int RESOLUTION_UNIT = 296;

    /** Tags whose values are places in the file or numbers of pages, not what a page shows. */
    static final Set<Integer> PLACES = Set.of(254, 273, 279, 285, 297, 324, 325, 330, 347, 34665);

    private static final int CENTIMETRES = 3;

    TiffDirectory {
        data = List.copyOf(data);
        values = Map.copyOf(values);
    }

    /** A part of a file. */
    record Stretch(long offset, long length) {}

    /** Whether pixels would lie beyond the end of a file of {@code length} bytes. */
    boolean cut(long length) {
        return data.stream().anyMatch(part -> part.offset() + part.length() > length);
    }

    long whole(int tag, long otherwise) {
        Double value = values.get(tag);
        return value == null ? otherwise : value.longValue();
    }

    /** A picture reduced in size of another page, which is no page itself. */
    boolean reduced() {
        return (whole(SUBFILE_TYPE, 0) & 1) != 0;
    }

    boolean hasPicture() {
        return values.containsKey(WIDTH) && values.containsKey(HEIGHT);
    }

    ImageHeader header() throws IOException {
        if (!hasPicture()) {
            throw new IOException("directory at byte %d has no picture".formatted(offset));
        }
        double resolution = values.getOrDefault(X_RESOLUTION, 0.0);
        long unit = whole(RESOLUTION_UNIT, 2);
        double dpi = unit == CENTIMETRES ? resolution * 2.54 : unit == 2 ? resolution : 0;
        return new ImageHeader(whole(WIDTH, 0), whole(HEIGHT, 0), dpi, (int) whole(ORIENTATION, 1));
    }
}
