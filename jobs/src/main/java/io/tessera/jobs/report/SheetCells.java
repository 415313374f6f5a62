/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.jobs.report;

import io.tessera.imaging.Box;
import io.tessera.imaging.composite.ContactSheet;

/** Where the frames of a contact sheet lie. */
final class SheetCells {
    private SheetCells() {}

    /**
     * Left, top, width and height of a frame on a sheet. Where the sheet is not laid out as ours
     * are, the frame's cell of an even grid.
     *
     * @param index of the frame, from 0
     * @param frames on the sheet
     * @param frameWidth pixels across of the frames as they were decoded
     */
    static double[] cell(
            int index, int frames, int frameWidth, int frameHeight, int[] sheet, int[] grid) {
        if (frames > 0 && frameWidth > 0 && frameHeight > 0 && index < frames) {
            ContactSheet layout = layout(frames, frameWidth, frameHeight);
            if (layout.width() == sheet[0] && layout.height() == sheet[1]) {
                Box box = layout.place(index);
                return new double[] {box.x(), box.y(), box.width(), box.height()};
            }
        }
        int rows = Math.max(1, grid[0]);
        int columns = Math.max(1, grid[1]);
        double width = (double) sheet[0] / columns;
        double height = (double) sheet[1] / rows;
        return new double[] {
            index % columns * width, Math.floorDiv(index, columns) * height, width, height
        };
    }

    private static ContactSheet layout(int frames, int frameWidth, int frameHeight) {
        return ContactSheet.of(frames, frameWidth, frameHeight, ContactSheet.Style.DEFAULT);
    }
}
