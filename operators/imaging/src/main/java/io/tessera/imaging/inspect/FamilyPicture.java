/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.inspect;

import io.tessera.imaging.Box;
import io.tessera.imaging.RgbImage;
import io.tessera.imaging.composite.LabelFont;
import io.tessera.imaging.family.Family;
import io.tessera.imaging.family.VideoPieces;
import io.tessera.imaging.partition.Layout;
import io.tessera.imaging.partition.Partition;
import io.tessera.imaging.partition.Pieces;
import io.tessera.imaging.resample.Filter;
import io.tessera.imaging.resample.Resampler;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws how a family sees a picture or a video: the canvas with its tiles numbered in the order
 * shown to the model, padding hatched, the global view or thumbnail beside it, and grid and tokens
 * in words. Serves one thread.
 */
public final class FamilyPicture {
    private static final int MAX_SIDE = 1400;
    private static final int MARGIN = 16;
    private static final int SIDE_VIEW = 280;
    private static final int LINE = 22;
    private static final int PAPER = 0xFFFFFF;
    private static final int INK = 0x202020;
    private static final int TILE_EDGE = 0xE4572E;
    private static final int HATCH = 0xB8C4CE;

    private final Resampler resampler = new Resampler();
    private final LabelFont font = LabelFont.ofSize(16);

    /** Draws a still, cut by {@code family.still(1)}. */
    public RgbImage draw(Family family, Pieces pieces) {
        return draw(family, family.still(1), pieces, pieces.layout().tokenCount(), pieces.canvas());
    }

    /** Draws a video: its composite cut, or the contact sheet of frames seen one by one. */
    public RgbImage draw(Family family, VideoPieces video) {
        Pieces first = video.pieces().get(0);
        if (video.form() == Family.VideoForm.FRAMES) {
            return sheet(family, video, first);
        }
        return draw(family, family.video(), first, video.tokenCount(), first.canvas());
    }

    private RgbImage sheet(Family family, VideoPieces video, Pieces first) {
        RgbImage shown = shrink(video.picture(), MAX_SIDE);
        List<String> words =
                new ArrayList<>(words(family, family.video(), first, video.tokenCount()));
        words.add("frames: " + video.pieces().size() + ", each seen on its own as one tile");
        RgbImage page = page(shown, 0, words);
        shown.copyTo(page, MARGIN, MARGIN);
        write(page, words, shown.height() + 2 * MARGIN);
        return page;
    }

    private RgbImage draw(
            Family family, Partition partition, Pieces pieces, int tokens, RgbImage canvas) {
        RgbImage shown = shrink(canvas, MAX_SIDE);
        List<String> words = words(family, partition, pieces, tokens);
        boolean second = pieces.layout().globalView() || pieces.layout().thumbnail();
        RgbImage page = page(shown, second ? SIDE_VIEW + MARGIN : 0, words);
        RgbImage area = page.crop(new Box(MARGIN, MARGIN, shown.width(), shown.height()));
        shown.copyTo(area, 0, 0);
        hatch(area, pieces.layout());
        tiles(area, pieces.layout());
        if (second) {
            int x = 2 * MARGIN + shown.width();
            RgbImage view = shrink(SideView.of(partition, pieces), SIDE_VIEW);
            view.copyTo(page, x, MARGIN);
            String name = pieces.layout().globalView() ? "global view, first" : "thumbnail, last";
            text(page, x, MARGIN + view.height() + 4, name);
        }
        write(page, words, shown.height() + 2 * MARGIN);
        return page;
    }

    private RgbImage page(RgbImage shown, int beside, List<String> words) {
        int width = shown.width() + beside;
        for (String line : words) {
            width = Math.max(width, font.width(line));
        }
        int height = Math.max(shown.height(), beside > 0 ? SIDE_VIEW + LINE : 0);
        RgbImage page =
                RgbImage.allocate(width + 2 * MARGIN, height + 3 * MARGIN + LINE * words.size());
        page.fill(PAPER);
        return page;
    }

    private void write(RgbImage page, List<String> words, int from) {
        int y = Math.max(from, page.height() - MARGIN - LINE * words.size());
        for (String line : words) {
            text(page, MARGIN, y, line);
            y += LINE;
        }
    }

    private void text(RgbImage page, int x, int y, String line) {
        font.draw(page, new Box(0, 0, page.width(), page.height()), x, y, line, INK);
    }

    private static List<String> words(
            Family family, Partition partition, Pieces pieces, int tokens) {
        Layout layout = pieces.layout();
        List<String> words = new ArrayList<>();
        words.add("family " + family.name() + ", strategy " + partition.strategy());
        words.add("options " + family.options());
        words.add(
                "canvas %dx%d, grid %d rows x %d columns of %d pixels"
                        .formatted(
                                layout.canvasWidth(),
                                layout.canvasHeight(),
                                layout.grid().rows(),
                                layout.grid().columns(),
                                layout.tile()));
        words.add("tokens " + tokens + ": " + TokenWords.of(layout.tokens()));
        return words;
    }

    private RgbImage shrink(RgbImage image, int most) {
        double scale = Math.min(1.0, (double) most / Math.max(image.width(), image.height()));
        return resampler.resize(
                image,
                Math.max(1, (int) (image.width() * scale)),
                Math.max(1, (int) (image.height() * scale)),
                Filter.BILINEAR);
    }

    /** Marks padding by diagonal lines, so that it is not taken for white paper in the picture. */
    private static void hatch(RgbImage area, Layout layout) {
        double scale = (double) area.width() / layout.canvasWidth();
        Box content = layout.content();
        int left = (int) Math.rint(content.x() * scale);
        int top = (int) Math.rint(content.y() * scale);
        int right = (int) Math.rint((content.x() + content.width()) * scale);
        int bottom = (int) Math.rint((content.y() + content.height()) * scale);
        for (int y = 0; y < area.height(); y++) {
            boolean inside = y >= top && y < bottom;
            for (int x = 0; x < area.width(); x++) {
                if ((x + y) % 8 == 0 && !(inside && x >= left && x < right)) {
                    area.fill(new Box(x, y, 1, 1), HATCH);
                }
            }
        }
    }

    private void tiles(RgbImage area, Layout layout) {
        List<Box> tiles = layout.tiles();
        for (int i = 0; i < tiles.size(); i++) {
            Box tile = tiles.get(i);
            int x = (int) ((long) tile.x() * area.width() / layout.canvasWidth());
            int y = (int) ((long) tile.y() * area.height() / layout.canvasHeight());
            area.fill(new Box(0, y, area.width(), Math.min(2, area.height() - y)), TILE_EDGE);
            area.fill(new Box(x, 0, Math.min(2, area.width() - x), area.height()), TILE_EDGE);
            number(area, x + 4, y + 4, Integer.toString(i));
        }
    }

    private void number(RgbImage area, int x, int y, String number) {
        int width = Math.min(font.width(number) + 6, area.width() - x);
        int height = Math.min(font.lineHeight() + 2, area.height() - y);
        if (width > 0 && height > 0) {
            Box plate = new Box(x, y, width, height);
            area.fill(plate, TILE_EDGE);
            font.draw(area, plate, x + 3, y + 1, number, PAPER);
        }
    }
}
