/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.image;

import io.tessera.documents.format.DocumentFormat;
import io.tessera.documents.source.CachedSource;
import java.io.IOException;
import java.util.List;

/**
 * Reads the header of each picture format but TIFF by itself, so that a picture over a limit is
 * refused before any decoder has seen it.
 */
final class ImageHeaders {
    private static final double INCH_IN_METRES = 0.0254;
    private static final int MOST_CHUNKS = 10_000;

    private ImageHeaders() {}

    static ImageHeader read(DocumentFormat format, CachedSource source) throws IOException {
        HeaderBytes big = HeaderBytes.bigEndian(source);
        return switch (format) {
            case PNG -> png(big);
            case JPEG -> JpegHeader.read(big);
            case WEBP -> webp(HeaderBytes.littleEndian(source));
            case GIF -> gif(HeaderBytes.littleEndian(source));
            case BMP -> bitmap(HeaderBytes.littleEndian(source));
            case JPEG2000 -> jpeg2000(big);
            case TIFF, PDF -> throw new IllegalArgumentException(format + " has no one header");
        };
    }

    private static ImageHeader png(HeaderBytes bytes) throws IOException {
        if (!bytes.is(12, "IHDR")) {
            throw new IOException("PNG does not begin with IHDR");
        }
        double dpi = 0;
        int orientation = 1;
        long at = 8;
        for (int i = 0; i < MOST_CHUNKS && at + 12 <= bytes.length(); i++) {
            long size = bytes.intAt(at);
            if (bytes.is(at + 4, "pHYs") && bytes.byteAt(at + 16) == 1) {
                dpi = bytes.intAt(at + 8) * INCH_IN_METRES;
            } else if (bytes.is(at + 4, "eXIf")) {
                orientation = exifOrientation(bytes.from(at + 8, size));
            } else if (bytes.is(at + 4, "IDAT")) {
                break;
            }
            at += 12 + size;
        }
        return new ImageHeader(bytes.intAt(16), bytes.intAt(20), dpi, orientation);
    }

    /** The canvas and the first frame, whichever is larger each way. */
    private static ImageHeader gif(HeaderBytes bytes) throws IOException {
        long width = bytes.shortAt(6);
        long height = bytes.shortAt(8);
        int flags = bytes.byteAt(10);
        long at = 13 + ((flags & 0x80) == 0 ? 0 : 3L << ((flags & 7) + 1));
        for (int i = 0; i < MOST_CHUNKS; i++) {
            int kind = bytes.byteAt(at);
            if (kind == ',') {
                width = Math.max(width, bytes.shortAt(at + 1) + bytes.shortAt(at + 5));
                height = Math.max(height, bytes.shortAt(at + 3) + bytes.shortAt(at + 7));
                return new ImageHeader(width, height, 0, 1);
            }
            if (kind != '!') {
                break;
            }
            at += 2;
            for (int size = bytes.byteAt(at); size > 0; size = bytes.byteAt(at)) {
                at += size + 1;
            }
            at++;
        }
        throw new IOException("GIF has no picture");
    }

    private static ImageHeader bitmap(HeaderBytes bytes) throws IOException {
        if (bytes.intAt(14) == 12) {
            return new ImageHeader(bytes.shortAt(18), bytes.shortAt(20), 0, 1);
        }
        long height = (int) bytes.intAt(22);
        double dpi = bytes.intAt(38) * INCH_IN_METRES;
        return new ImageHeader(bytes.intAt(18), Math.abs(height), dpi, 1);
    }

    private static ImageHeader webp(HeaderBytes bytes) throws IOException {
        if (bytes.is(12, "VP8X")) {
            int orientation = 1;
            long at = 30;
            for (int i = 0; i < MOST_CHUNKS && at + 8 <= bytes.length(); i++) {
                long size = bytes.intAt(at + 4);
                if (bytes.is(at, "EXIF")) {
                    orientation = exifOrientation(bytes.from(at + 8, size));
                }
                at += 8 + size + (size & 1);
            }
            return new ImageHeader(
                    bytes.number(24, 3) + 1, bytes.number(27, 3) + 1, 0, orientation);
        }
        if (bytes.is(12, "VP8L")) {
            long packed = bytes.intAt(21);
            return new ImageHeader((packed & 0x3fff) + 1, (packed >> 14 & 0x3fff) + 1, 0, 1);
        }
        if (bytes.is(12, "VP8 ")) {
            return new ImageHeader(bytes.shortAt(26) & 0x3fff, bytes.shortAt(28) & 0x3fff, 0, 1);
        }
        throw new IOException("WebP has no picture");
    }

    /** The image header box, or the size marker of a bare code stream. */
    private static ImageHeader jpeg2000(HeaderBytes bytes) throws IOException {
        if (bytes.is(0, "\u00ffO\u00ffQ")) {
            return new ImageHeader(
                    bytes.intAt(8) - bytes.intAt(16), bytes.intAt(12) - bytes.intAt(20), 0, 1);
        }
        long at = 0;
        for (int i = 0; i < MOST_CHUNKS && at + 8 <= bytes.length(); i++) {
            long size = bytes.intAt(at);
            if (bytes.is(at + 4, "jp2h")) {
                at += 8;
                continue;
            }
            if (bytes.is(at + 4, "ihdr")) {
                return new ImageHeader(bytes.intAt(at + 12), bytes.intAt(at + 8), 0, 1);
            }
            if (size < 8) {
                break;
            }
            at += size;
        }
        throw new IOException("JPEG 2000 has no image header");
    }

    static int exifOrientation(HeaderBytes block) {
        try {
            HeaderBytes exif = block.is(0, "Exif\0\0") ? block.from(6, block.length() - 6) : block;
            List<TiffDirectory> directories = TiffDirectories.of(exif, 1).directories();
            return directories.isEmpty()
                    ? 1
                    : (int) directories.get(0).whole(TiffDirectory.ORIENTATION, 1);
        } catch (IOException e) {
            return 1;
        }
    }
}
