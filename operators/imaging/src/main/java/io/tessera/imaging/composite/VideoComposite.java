/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.composite;

import io.tessera.imaging.Box;
import io.tessera.imaging.RgbImage;
import io.tessera.imaging.resample.Filter;
import io.tessera.imaging.resample.PassOrder;
import io.tessera.imaging.resample.Resampler;
import java.util.ArrayList;
import java.util.List;

/**
 * The composite that InternLM-XComposer-2.5 sees of a video: frames stacked downwards (landscape)
 * or side by side (portrait and square, as the last frame is), each with a band of 40 pixels for
 * its label, 10 pixels apart, black lines between them, on white. Immutable.
 *
 * <p>Like a {@link ContactSheet} it is a layout: {@link #clear} a picture of its size, {@link
 * #draw} every frame, in any order, one at a time.
 *
 * <p>Source: 2.5 {@code ixc_utils.py} of the published model ({@code frame2img}). The label's text
 * and place are the authors'; its glyphs are DejaVu Sans at the same 40 pixels (theirs: SimHei),
 * clipped to the band.
 */
public final class VideoComposite {
    private static final int SIDE = 1120;
    private static final int BAND = 40;
    private static final int GAP = 10;
    private static final int LINE = 2;
    private static final int LINE_AT = 5;
    private static final int WHITE = 0xFFFFFF;
    private static final int BLACK = 0;

    private final boolean landscape;
    private final int width;
    private final int height;
    private final List<Box> places;

    /**
     * Width and height of a decoded frame.
     *
     * @param width pixels across
     * @param height pixels down
     */
    public record FrameSize(int width, int height) {
        public FrameSize {
            if (width < 1 || height < 1) {
                throw new IllegalArgumentException(
                        "frame of %dx%d; sides must be at least 1".formatted(width, height));
            }
        }

        /** The size that the frame is resized to. */
        FrameSize scaled() {
            double ratio = (double) width / height;
            int across = width > height ? SIDE : (int) (SIDE * ratio);
            int down = width > height ? (int) (SIDE / ratio) : SIDE;
            if (across < 1 || down < 1) {
                throw new IllegalArgumentException(
                        "a frame of %dx%d is too narrow for the composite; its sides may differ %d times at most"
                                .formatted(width, height, SIDE));
            }
            return new FrameSize(across, down);
        }
    }

    private VideoComposite(boolean landscape, int width, int height, List<Box> places) {
        this.landscape = landscape;
        this.width = width;
        this.height = height;
        this.places = List.copyOf(places);
    }

    /**
     * Lays out frames of these sizes, in order.
     *
     * @throws IllegalArgumentException if there is none, one is too narrow, or the whole would not
     *     fit one buffer
     */
    public static VideoComposite of(List<FrameSize> frames) {
        if (frames.isEmpty()) {
            throw new IllegalArgumentException("a composite needs at least one frame; 0 given");
        }
        FrameSize last = frames.get(frames.size() - 1);
        boolean landscape = last.width() > last.height();
        List<Box> places = new ArrayList<>();
        int along = 0;
        int across = 0;
        for (FrameSize frame : frames) {
            FrameSize size = frame.scaled();
            if (landscape) {
                places.add(new Box(0, along + BAND, size.width(), size.height()));
                along += size.height() + BAND + GAP;
                across = Math.max(across, size.width());
            } else {
                places.add(new Box(along, BAND, size.width(), size.height()));
                along += size.width() + GAP;
                across = Math.max(across, size.height() + BAND);
            }
        }
        int width = landscape ? across : along;
        int height = landscape ? along : across;
        RgbImage.byteCount(width, height);
        return new VideoComposite(landscape, width, height, places);
    }

    /** Whether frames are stacked downwards. */
    public boolean landscape() {
        return landscape;
    }

    /** Pixels across. */
    public int width() {
        return width;
    }

    /** Pixels down. */
    public int height() {
        return height;
    }

    /** Where each frame lies, resized. */
    public List<Box> places() {
        return places;
    }

    /** Where the label of frame {@code index} may draw. */
    public Box labelBox(int index) {
        Box place = places.get(index);
        return landscape
                ? new Box(0, place.y() - BAND, width, BAND)
                : new Box(place.x(), 0, place.width() + GAP, BAND);
    }

    /** Paints the paper and the lines between frames. */
    public void clear(RgbImage canvas) {
        check(canvas);
        canvas.fill(WHITE);
        for (Box place : places.subList(0, places.size() - 1)) {
            canvas.fill(
                    landscape
                            ? new Box(0, place.y() + place.height() + LINE_AT, width, LINE)
                            : new Box(place.x() + place.width() + LINE_AT, 0, LINE, height),
                    BLACK);
        }
    }

    /**
     * Resizes frame {@code index} into its place and writes its label.
     *
     * @param frame at its decoded size
     */
    public void draw(RgbImage canvas, int index, RgbImage frame, Resampler resampler) {
        check(canvas);
        resampler.resize(
                frame, canvas.crop(places.get(index)), Filter.BILINEAR, PassOrder.ACROSS_FIRST);
        Box label = labelBox(index);
        LabelFont.ofSize(BAND)
                .draw(canvas, label, label.x(), label.y(), "<IMAGE " + index + ">", BLACK);
    }

    /** All frames at once, on the heap. */
    public RgbImage draw(List<RgbImage> frames, Resampler resampler) {
        if (frames.size() != places.size()) {
            throw new IllegalArgumentException(
                    "%d frames for a composite of %d".formatted(frames.size(), places.size()));
        }
        RgbImage canvas = RgbImage.allocate(width, height);
        clear(canvas);
        for (int i = 0; i < frames.size(); i++) {
            draw(canvas, i, frames.get(i), resampler);
        }
        return canvas;
    }

    /** Sizes of frames, in order. */
    public static List<FrameSize> sizes(List<RgbImage> frames) {
        return frames.stream().map(f -> new FrameSize(f.width(), f.height())).toList();
    }

    private void check(RgbImage canvas) {
        if (canvas.width() != width || canvas.height() != height) {
            throw new IllegalArgumentException(
                    "%s is not of the composite's size %dx%d".formatted(canvas, width, height));
        }
    }
}
