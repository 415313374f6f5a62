/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.page;

import io.tessera.contract.codec.AvroTrust;
import io.tessera.contract.codec.Digests;
import io.tessera.contract.failure.Code;
import io.tessera.contract.failure.InputFailure;
import io.tessera.contract.input.Progress;
import io.tessera.contract.input.Region;
import io.tessera.contract.option.Options;
import io.tessera.contract.option.TesseraOptions;
import io.tessera.documents.bitmap.Bitmap;
import io.tessera.documents.bitmap.Ink;
import io.tessera.documents.codes.CodeFinder;
import io.tessera.documents.ocr.TextRecogniser;
import io.tessera.v1.Box;
import io.tessera.v1.InputState;
import io.tessera.v1.PageFacts;
import io.tessera.v1.RegionImage;
import io.tessera.v1.SeenCode;
import io.tessera.v1.TextSource;
import io.tessera.v1.UnitReading;
import io.tessera.v1.UnitSpec;
import io.tessera.v1.UnitState;
import io.tessera.v1.Word;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one page of any document: text, boxes, codes, pictures, and what it came to. */
public final class PageReader {
    static {
        AvroTrust.established();
    }

    private static final double CODES_DPI = 150;

    private final Options options;
    private final CodeFinder codes = new CodeFinder();

    public PageReader(Options options) {
        this.options = options;
    }

    /** Reads a page. What goes wrong with the page is its state; nothing is thrown for it. */
    public UnitReading read(PageSource source, UnitSpec unit, Region region, Progress progress) {
        try {
            return read(source.page(unit.getPage(), progress), unit, region, progress);
        } catch (InputFailure failure) {
            boolean refused =
                    failure.state() == InputState.REFUSED_LIMIT
                            || failure.state() == InputState.UNSUPPORTED;
            return ended(
                    unit,
                    refused ? UnitState.REFUSED : UnitState.FAILED,
                    failure.code(),
                    failure.getMessage());
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return ended(
                    unit,
                    UnitState.FAILED,
                    Code.PAGE_UNREADABLE,
                    "page %d cannot be read (%s); send the document again"
                            .formatted(unit.getPage(), e));
        }
    }

    private UnitReading read(SourcePage page, UnitSpec unit, Region region, Progress progress)
            throws InputFailure, IOException {
        Resolution resolution = new Resolution(page, options);
        TextLayer layer = page.textLayer();
        LayerTrust trust = layer == null ? LayerTrust.UNSOUND : LayerTrust.of(layer);
        if (layer != null && trust == LayerTrust.DOUBTFUL) {
            SourcePage.Rendering look = page.render(resolution.first(), progress);
            double height = layer.turn() % 180 == 0 ? page.height() : page.width();
            boolean agrees =
                    new LayerProbe(recogniser(), progress)
                            .agrees(
                                    layer,
                                    look.image().turned(layer.turn()),
                                    height,
                                    resolution.first());
            trust = agrees ? LayerTrust.SOUND : LayerTrust.UNSOUND;
        }
        if (layer != null && trust == LayerTrust.SOUND) {
            return fromLayer(page, layer, resolution, unit, region, progress);
        }
        return fromPicture(page, resolution, unit, region, progress);
    }

    private UnitReading fromLayer(
            SourcePage page,
            TextLayer layer,
            Resolution resolution,
            UnitSpec unit,
            Region region,
            Progress progress)
            throws InputFailure, IOException {
        double small = 72 * PagePictures.THUMBNAIL_WIDTH / Math.max(1, page.width());
        boolean family = options.find(TesseraOptions.FAMILY).isPresent();
        double dpi = family ? Resolution.FIRST : page.pictorial() ? CODES_DPI : small;
        SourcePage.Rendering rendering = page.render(resolution.bounded(dpi), progress);
        Bitmap image = rendering.image().turned(layer.turn());
        boolean swapped = layer.turn() % 180 != 0;
        double width = swapped ? page.height() : page.width();
        double height = swapped ? page.width() : page.height();
        List<SeenCode> seen =
                page.pictorial() ? codes(image, 72 * image.width() / width, progress) : List.of();
        PageFacts facts =
                new PageFacts(
                        round(width),
                        round(height),
                        (page.rotation() + layer.turn()) % 360,
                        null,
                        TextSource.TEXT_LAYER,
                        null,
                        1.0,
                        layer.text(),
                        layer.words(),
                        seen,
                        Ink.measure(image).share(),
                        page.images());
        return delivered(unit, UnitState.RECOGNISED, facts, image, rendering.missing(), region);
    }

    private UnitReading fromPicture(
            SourcePage page, Resolution resolution, UnitSpec unit, Region region, Progress progress)
            throws InputFailure, IOException {
        String language = options.get(TesseraOptions.LANGUAGE);
        PageScan scan = new Recognition(recogniser(), page, resolution, progress).read();
        Ink ink = Ink.measure(scan.image());
        boolean empty = ink.uniform() || (ink.spots() == 0 && scan.text().words().isEmpty());
        if ((empty && !scan.missing().isEmpty()) || (ink.uniform() && scan.inkExpected())) {
            return ended(
                    unit,
                    UnitState.FAILED,
                    Code.RENDERED_EMPTY,
                    "page %d has content and renders without ink%s; look at the original"
                            .formatted(
                                    unit.getPage(),
                                    scan.missing().isEmpty()
                                            ? ""
                                            : " (" + String.join(", ", scan.missing()) + ")"));
        }
        double dpi = scan.dpi();
        List<Word> words = words(scan, dpi);
        List<SeenCode> seen = empty ? List.of() : codes(scan.image(), dpi, progress);
        boolean swapped = scan.turn() % 180 != 0;
        PageFacts facts =
                new PageFacts(
                        round(swapped ? page.height() : page.width()),
                        round(swapped ? page.width() : page.height()),
                        (page.rotation() + scan.turn()) % 360,
                        (int) Math.round(dpi),
                        empty ? TextSource.NONE : TextSource.OCR,
                        words.isEmpty() ? null : language,
                        words.isEmpty() ? null : round(scan.text().confidence()),
                        scan.text().text(),
                        words,
                        seen,
                        ink.share(),
                        page.images());
        UnitState state = empty && seen.isEmpty() ? UnitState.BLANK : UnitState.RECOGNISED;
        return delivered(unit, state, facts, scan.image(), scan.missing(), region);
    }

    private TextRecogniser recogniser() throws InputFailure {
        return TextRecogniser.forLanguage(
                options.get(TesseraOptions.LANGUAGE),
                options.find(TesseraOptions.TESSDATA).map(Path::of).orElse(null));
    }

    private static List<Word> words(PageScan scan, double dpi) {
        double points = 72 / dpi;
        List<Word> words = new ArrayList<>();
        for (var word : scan.text().words()) {
            Box box =
                    new Box(
                            round(word.x() * points),
                            round(word.y() * points),
                            round(word.width() * points),
                            round(word.height() * points));
            words.add(new Word(word.text(), box, word.confidence(), word.line(), word.paragraph()));
        }
        return words;
    }

    private List<SeenCode> codes(Bitmap image, double dpi, Progress progress) {
        progress.tick();
        double points = 72 / dpi;
        List<SeenCode> seen = new ArrayList<>();
        for (SeenCode code : codes.find(image.grey().bytes(), image.width(), image.height())) {
            Box box = code.getBox();
            Box onPage =
                    new Box(
                            round(box.getX() * points),
                            round(box.getY() * points),
                            round(box.getWidth() * points),
                            round(box.getHeight() * points));
            seen.add(new SeenCode(code.getFormat(), code.getText(), null, onPage));
        }
        progress.tick();
        return seen;
    }

    private UnitReading delivered(
            UnitSpec unit,
            UnitState state,
            PageFacts facts,
            Bitmap image,
            List<String> missing,
            Region region)
            throws InputFailure {
        Bitmap thumbnail = PagePictures.thumbnail(image);
        List<RegionImage> images = new ArrayList<>(PagePictures.layThumbnail(thumbnail, region));
        if (options.find(TesseraOptions.FAMILY).isPresent()) {
            images.add(PagePictures.layRgb("page", image, region));
        }
        String content = state == UnitState.BLANK ? null : content(facts, thumbnail);
        return UnitReading.newBuilder()
                .setUnit(unit.getUnit())
                .setState(state)
                .setMissing(missing)
                .setPage(facts)
                .setContentSha256(content)
                .setImages(images)
                .build();
    }

    /** Pages are the same where both what they say and what they look like are. */
    private static String content(PageFacts facts, Bitmap thumbnail) {
        MessageDigest digest = Digests.newSha256();
        digest.update(
                "%dx%d\n%s\n"
                        .formatted(thumbnail.width(), thumbnail.height(), facts.getText())
                        .getBytes(StandardCharsets.UTF_8));
        digest.update(thumbnail.bytes());
        return Digests.hex(digest.digest());
    }

    private static UnitReading ended(
            UnitSpec unit, UnitState state, Code code, @Nullable String reason) {
        return UnitReading.newBuilder()
                .setUnit(unit.getUnit())
                .setState(state)
                .setCode(code.name())
                .setReason(reason)
                .build();
    }

    private static double round(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
