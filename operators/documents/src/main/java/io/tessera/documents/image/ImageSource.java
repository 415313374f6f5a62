/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.image;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tessera.contract.codec.Digests;
import io.tessera.contract.failure.Code;
import io.tessera.contract.failure.InputFailure;
import io.tessera.contract.input.Progress;
import io.tessera.contract.option.Options;
import io.tessera.contract.option.TesseraOptions;
import io.tessera.documents.format.DocumentFormat;
import io.tessera.documents.page.PageSource;
import io.tessera.documents.page.SourcePage;
import io.tessera.documents.source.CachedSource;
import io.tessera.v1.DocumentProbe;
import io.tessera.v1.InputState;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A picture file: one page, or as many as a TIFF has directories that are not smaller copies. Of an
 * animation the first frame is the page: a document does not move.
 */
public final class ImageSource implements PageSource {
    /**
     * @param directory of a TIFF; null for other formats
     */
    private record Entry(
            ImageHeader header, ImageDecoder decoder, @Nullable TiffDirectory directory) {}

    private static final int BUFFER = 1 << 16;

    private final DocumentFormat format;
    private final CachedSource source;
    private final Options options;
    private final List<Entry> entries;
    private final List<String> warnings;

    private ImageSource(
            DocumentFormat format,
            CachedSource source,
            Options options,
            List<Entry> entries,
            List<String> warnings) {
        this.format = format;
        this.source = source;
        this.options = options;
        this.entries = List.copyOf(entries);
        this.warnings = List.copyOf(warnings);
    }

    /**
     * Reads the headers of a picture file; no decoder runs.
     *
     * @throws InputFailure REFUSED_LIMIT, EMPTY or CORRUPT
     */
    public static ImageSource open(DocumentFormat format, CachedSource source, Options options)
            throws InputFailure {
        try {
            if (format == DocumentFormat.TIFF) {
                return openTiff(source, options);
            }
            ImageHeader header = ImageHeaders.read(format, source);
            refuse(header, options);
            Entry entry = new Entry(header, ImageDecoder.of(format, source), null);
            return new ImageSource(format, source, options, List.of(entry), List.of());
        } catch (IOException e) {
            throw new InputFailure(
                    InputState.CORRUPT,
                    Code.UNREADABLE,
                    "header of a %s cannot be read (%s); send it again"
                            .formatted(format, e.getMessage()),
                    e);
        }
    }

    private static ImageSource openTiff(CachedSource source, Options options)
            throws InputFailure, IOException {
        int most = options.get(TesseraOptions.LIMIT_PAGES);
        TiffDirectories chain = TiffDirectories.of(source, most + 1);
        List<Entry> entries = new ArrayList<>();
        for (TiffDirectory directory : chain.directories()) {
            if (directory.hasPicture() && !directory.reduced()) {
                entries.add(
                        new Entry(
                                directory.header(),
                                ImageDecoder.ofTiff(source, directory),
                                directory));
            }
        }
        if (entries.size() > most) {
            throw new InputFailure(
                    InputState.REFUSED_LIMIT,
                    Code.LIMIT_PAGES,
                    "TIFF has over %d pages, which is the limit; raise limit.pages"
                            .formatted(most));
        }
        if (entries.isEmpty()) {
            throw chain.damage() == null
                    ? new InputFailure(InputState.EMPTY, Code.NO_PAGES, "TIFF has no pages")
                    : new InputFailure(
                            InputState.CORRUPT,
                            Code.UNREADABLE,
                            chain.damage() + "; send the file again");
        }
        List<String> warnings = chain.damage() == null ? List.of() : List.of(chain.damage());
        return new ImageSource(DocumentFormat.TIFF, source, options, entries, warnings);
    }

    private static void refuse(ImageHeader header, Options options) throws InputFailure {
        long pixels = options.get(TesseraOptions.LIMIT_IMAGE_PIXELS);
        int edge = options.get(TesseraOptions.LIMIT_IMAGE_EDGE);
        if (header.width() < 1 || header.height() < 1) {
            throw new InputFailure(
                    InputState.CORRUPT,
                    Code.PAGE_UNREADABLE,
                    "picture says it is %dx%d pixels; send it again"
                            .formatted(header.width(), header.height()));
        }
        if (header.width() > edge || header.height() > edge) {
            throw limit(header, Code.LIMIT_EDGE, "an edge of " + edge, "limit.image-edge");
        }
        if (header.width() * header.height() > pixels) {
            throw limit(header, Code.LIMIT_PIXELS, pixels + " in all", "limit.image-pixels");
        }
    }

    private static InputFailure limit(ImageHeader header, Code code, String limit, String option) {
        return new InputFailure(
                InputState.REFUSED_LIMIT,
                code,
                "picture has %dx%d pixels, the limit is %s; raise %s"
                        .formatted(header.width(), header.height(), limit, option));
    }

    @Override
    public DocumentProbe probe() {
        return new DocumentProbe(format.mediaType(), entries.size(), false);
    }

    @Override
    public List<String> warnings() {
        return warnings;
    }

    @Override
    public SourcePage page(int number, Progress progress) throws InputFailure {
        Entry entry = entries.get(number - 1);
        refuse(entry.header(), options);
        return new ImagePage(
                entry.header(), entry.decoder(), options.get(TesseraOptions.LIMIT_PAGE_PIXELS));
    }

    /** Of a page of a TIFF: its tags but for places in the file, and its compressed pixels. */
    @Override
    public Optional<String> digest(int number, boolean rough, Progress progress)
            throws IOException {
        TiffDirectory directory = entries.get(number - 1).directory();
        if (directory == null || directory.data().isEmpty()) {
            return Optional.empty();
        }
        MessageDigest digest = Digests.newSha256();
        new TreeMap<>(directory.values())
                .forEach(
                        (tag, value) -> {
                            if (!TiffDirectory.PLACES.contains(tag)) {
                                digest.update((tag + "=" + value + "\n").getBytes(UTF_8));
                            }
                        });
        for (TiffDirectory.Stretch part : directory.data()) {
            digest.update((part.length() + "\n").getBytes(UTF_8));
            for (long at = 0; !rough && at < part.length(); at += BUFFER) {
                int length = (int) Math.min(BUFFER, part.length() - at);
                digest.update(source.bytes(part.offset() + at, length));
                progress.tick();
            }
        }
        return Optional.of(Digests.hex(digest.digest()));
    }

    @Override
    public void close() {
        // Decoders live for one page and hold nothing between pages.
    }
}
