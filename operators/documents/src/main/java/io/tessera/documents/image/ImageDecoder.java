/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.image;

import io.tessera.contract.failure.Code;
import io.tessera.contract.failure.InputFailure;
import io.tessera.contract.input.Progress;
import io.tessera.documents.bitmap.AwtPixels;
import io.tessera.documents.bitmap.Bitmap;
import io.tessera.documents.format.DocumentFormat;
import io.tessera.documents.source.CachedSource;
import io.tessera.documents.source.ImageBytes;
import io.tessera.v1.InputState;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Decodes one picture with the reader that is named for its format here: what a class path happens
 * to offer first is not trusted. All readers are Java, so a hostile picture can exhaust the heap
 * and time of its process at most.
 */
final class ImageDecoder {
    private static final String JDK = "com.sun.imageio.plugins.";
    private static final String TWELVE_MONKEYS = "com.twelvemonkeys.imageio.plugins.";
    private static final Map<DocumentFormat, String> READERS =
            Map.of(
                    DocumentFormat.PNG, JDK + "png.",
                    DocumentFormat.GIF, JDK + "gif.",
                    DocumentFormat.BMP, JDK + "bmp.",
                    DocumentFormat.JPEG, TWELVE_MONKEYS + "jpeg.",
                    DocumentFormat.TIFF, TWELVE_MONKEYS + "tiff.",
                    DocumentFormat.WEBP, TWELVE_MONKEYS + "webp.",
                    DocumentFormat.JPEG2000, "com.github.jaiimageio.jpeg2000.");
    private static final Map<DocumentFormat, String> NAMES =
            Map.of(DocumentFormat.JPEG2000, "jpeg2000");

    /** Readers warn of much that loses nothing; this does. */
    private static final Pattern DAMAGE =
            Pattern.compile("premature|truncat|corrupt(?!.*extraneous)", Pattern.CASE_INSENSITIVE);

    static {
        // Temporary files of ImageIO would hold a person's document.
        ImageIO.setUseCache(false);
    }

    /** A decoded picture and what of it is missing. */
    record Decoded(Bitmap image, List<String> missing) {
        Decoded {
            missing = List.copyOf(missing);
        }
    }

    private final DocumentFormat format;
    private final CachedSource source;
    private final SortedMap<Long, Byte> patches;
    private final boolean cut;

    private ImageDecoder(
            DocumentFormat format,
            CachedSource source,
            SortedMap<Long, Byte> patches,
            boolean cut) {
        this.format = format;
        this.source = source;
        this.patches = patches;
        this.cut = cut;
    }

    static ImageDecoder of(DocumentFormat format, CachedSource source) {
        return new ImageDecoder(format, source, new TreeMap<>(), false);
    }

    /**
     * Decodes one directory of a TIFF: the reader is shown a file whose only directory it is, so
     * that it never follows the chain.
     */
    static ImageDecoder ofTiff(CachedSource source, TiffDirectory directory) throws IOException {
        boolean little = source.at(0) == 'I';
        int pointer = directory.pointerBytes();
        SortedMap<Long, Byte> patches = new TreeMap<>();
        for (int i = 0; i < pointer; i++) {
            int shift = 8 * (little ? i : pointer - 1 - i);
            patches.put((long) pointer + i, (byte) (directory.offset() >> shift));
            patches.put(directory.nextAt() + i, (byte) 0);
        }
        return new ImageDecoder(
                DocumentFormat.TIFF, source, patches, directory.cut(source.length()));
    }

    Decoded decode(Progress progress) throws InputFailure {
        ImageReader reader = reader();
        Set<String> missing = new TreeSet<>();
        if (cut) {
            missing.add("pixels lie beyond the end of the file");
        }
        reader.addIIOReadWarningListener(
                (from, warning) -> {
                    if (DAMAGE.matcher(warning).find()) {
                        missing.add("picture is damaged (%s)".formatted(warning));
                    }
                });
        reader.addIIOReadProgressListener(new Ticks(progress));
        try (ImageInputStream in = new ImageBytes(source, patches)) {
            reader.setInput(in, true, true);
            BufferedImage image = reader.read(0);
            if (image == null) {
                throw new IOException("reader gave nothing");
            }
            return new Decoded(AwtPixels.take(image), List.copyOf(missing));
        } catch (IOException | RuntimeException e) {
            throw new InputFailure(
                    InputState.CORRUPT,
                    Code.PAGE_UNREADABLE,
                    "a %s picture cannot be decoded (%s); send it again".formatted(format, e),
                    e);
        } finally {
            reader.dispose();
        }
    }

    private ImageReader reader() {
        String name = NAMES.getOrDefault(format, format.name());
        String prefix = READERS.getOrDefault(format, "");
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(name);
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (reader.getClass().getName().startsWith(prefix)) {
                return reader;
            }
        }
        throw new IllegalStateException(
                "no reader %s* for %s on the class path".formatted(prefix, name));
    }
}
