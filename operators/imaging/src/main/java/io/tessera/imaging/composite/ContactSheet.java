/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.composite;

import io.tessera.imaging.Box;
import io.tessera.imaging.RgbImage;
import org.jspecify.annotations.Nullable;

/**
 * A grid of frames with the time of each above it, for people and for models that see one picture.
 *
 * <p>A sheet is a layout: it says where each frame belongs ({@link #place}), so that a decoder can
 * scale straight into the sheet's pixels, and draws what lies around the frames. Use: allocate a
 * picture of {@link #width} x {@link #height}, {@link #clear} it, write every frame into its place,
 * {@link #label} it. Places start at multiples of 16 pixels, so that every row of a frame is
 * aligned for vector code. Immutable.
 */
public final class ContactSheet {
    static final int GRID = 16;
    private static final int PAPER = 0xFFFFFF;
    private static final int INK = 0x202020;
    private static final int LARGEST_BAND = 28;
    private static final int SMALLEST_BAND = 16;

    private final int frames;
    private final int columns;
    private final int cellWidth;
    private final int cellHeight;
    private final int band;

    /**
     * How a sheet may look.
     *
     * @param maxWidth most pixels across of the whole sheet
     * @param maxHeight most pixels down
     * @param columns frames a row; 0 chooses the number that shows the frames largest
     */
    public record Style(int maxWidth, int maxHeight, int columns) {
        /** At most 1920x1920, columns chosen. */
        public static final Style DEFAULT = new Style(1920, 1920, 0);

        public Style {
            if (maxWidth < 64 || maxHeight < 64 || columns < 0) {
                throw new IllegalArgumentException(
                        "sheet of at most %dx%d in %d columns; sides must be at least 64, columns 0 or more"
                                .formatted(maxWidth, maxHeight, columns));
            }
        }
    }

    private ContactSheet(int frames, int columns, int cellWidth, int cellHeight, int band) {
        this.frames = frames;
        this.columns = columns;
        this.cellWidth = cellWidth;
        this.cellHeight = cellHeight;
        this.band = band;
    }

    /**
     * Lays out {@code frames} frames of one size. Frames are never enlarged.
     *
     * @throws IllegalArgumentException if a number is below 1 or so many frames do not fit at one
     *     pixel each
     */
    public static ContactSheet of(int frames, int frameWidth, int frameHeight, Style style) {
        if (frames < 1 || frameWidth < 1 || frameHeight < 1) {
            throw new IllegalArgumentException(
                    "%d frames of %dx%d; all must be at least 1"
                            .formatted(frames, frameWidth, frameHeight));
        }
        ContactSheet best = null;
        int first = style.columns() == 0 ? 1 : Math.min(style.columns(), frames);
        int last = style.columns() == 0 ? frames : first;
        for (int columns = first; columns <= last; columns++) {
            ContactSheet sheet = fit(frames, frameWidth, frameHeight, columns, style);
            if (sheet != null && (best == null || sheet.isBetterThan(best))) {
                best = sheet;
            }
        }
        if (best == null) {
            throw new IllegalArgumentException(
                    "%d frames of %dx%d do not fit a sheet of %dx%d; raise its size or take fewer frames"
                            .formatted(
                                    frames,
                                    frameWidth,
                                    frameHeight,
                                    style.maxWidth(),
                                    style.maxHeight()));
        }
        return best;
    }

    private static @Nullable ContactSheet fit(
            int frames, int frameWidth, int frameHeight, int columns, Style style) {
        int rows = (frames + columns - 1) / columns;
        int width = style.maxWidth() / columns / GRID * GRID - GRID / 2;
        int pitch = style.maxHeight() / rows;
        int band = Math.max(SMALLEST_BAND, Math.min(LARGEST_BAND, pitch / 10));
        int height = pitch - band;
        if (width < 1 || height < 1) {
            return null;
        }
        double scale =
                Math.min(1.0, Math.min((double) width / frameWidth, (double) height / frameHeight));
        return new ContactSheet(
                frames,
                columns,
                Math.max(1, (int) (frameWidth * scale)),
                Math.max(1, (int) (frameHeight * scale)),
                band);
    }

    private boolean isBetterThan(ContactSheet other) {
        long mine = (long) cellWidth * cellHeight;
        long its = (long) other.cellWidth * other.cellHeight;
        return mine > its || (mine == its && area() < other.area());
    }

    private long area() {
        return (long) width() * height();
    }

    /** Frames of the sheet. */
    public int frames() {
        return frames;
    }

    /** Frames a row. */
    public int columns() {
        return columns;
    }

    /** Rows of frames. */
    public int rows() {
        return (frames + columns - 1) / columns;
    }

    /** Pixels across of the whole sheet. */
    public int width() {
        return columns * pitch();
    }

    /** Pixels down of the whole sheet. */
    public int height() {
        return rows() * (band + cellHeight);
    }

    private int pitch() {
        return (cellWidth + GRID / 2 + GRID - 1) / GRID * GRID;
    }

    /**
     * Where frame {@code index}, of the size that the sheet was laid out for, must be scaled to.
     */
    public Box place(int index) {
        check(index);
        return new Box(
                index % columns * pitch(),
                index / columns * (band + cellHeight) + band,
                cellWidth,
                cellHeight);
    }

    /**
     * Where frame {@code index} must be scaled to if its size is another (streams may change it):
     * as large as the cell allows without distortion, from the cell's top left.
     */
    public Box place(int index, int frameWidth, int frameHeight) {
        Box cell = place(index);
        double scale = Math.min((double) cellWidth / frameWidth, (double) cellHeight / frameHeight);
        return new Box(
                cell.x(),
                cell.y(),
                Math.max(1, Math.min(cellWidth, (int) Math.rint(frameWidth * scale))),
                Math.max(1, Math.min(cellHeight, (int) Math.rint(frameHeight * scale))));
    }

    /** The band above frame {@code index} that its label may use. */
    public Box labelBox(int index) {
        Box cell = place(index);
        return new Box(cell.x(), cell.y() - band, cellWidth, band);
    }

    /** Paints the whole sheet as empty paper. */
    public void clear(RgbImage sheet) {
        check(sheet);
        sheet.fill(PAPER);
    }

    /** Writes the time of frame {@code index} above it. */
    public void label(RgbImage sheet, int index, long micros) {
        check(sheet);
        Box box = labelBox(index);
        sheet.fill(box, PAPER);
        LabelFont font = LabelFont.ofSize(band - 4);
        int y = box.y() + Math.max(0, (band - font.lineHeight()) / 2);
        font.draw(sheet, box, box.x() + 2, y, TimeLabel.of(micros), INK);
    }

    private void check(int index) {
        if (index < 0 || index >= frames) {
            throw new IndexOutOfBoundsException("frame " + index + " of " + frames);
        }
    }

    private void check(RgbImage sheet) {
        if (sheet.width() != width() || sheet.height() != height()) {
            throw new IllegalArgumentException(
                    "%s is not of the sheet's size %dx%d".formatted(sheet, width(), height()));
        }
    }
}
