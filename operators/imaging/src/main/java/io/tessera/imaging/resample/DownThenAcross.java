/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.resample;

import io.tessera.imaging.RgbImage;

/** One run over a source with the pass down first. */
final class DownThenAcross {
    private final LineMixer mixer;
    private final PackedRows source;
    private final int height;
    private final Target target;
    private final ColumnBlock block;
    private final int[][] rows;
    private final int[][] result;
    private final AcrossPass across;
    private final DownPass down;
    private int filled;
    private int done;

    DownThenAcross(RgbImage image, Target target, LineMixer mixer) {
        this.mixer = mixer;
        this.source = new PackedRows(image);
        this.height = image.height();
        this.target = target;
        int atOnce = ColumnBlock.rowsFor(image.width(), target.height(), mixer.blockRows());
        int rowInts = ColumnBlock.rowInts(image.width());
        this.block = new ColumnBlock(image.width(), atOnce);
        this.rows = new int[atOnce][rowInts];
        this.across =
                new AcrossPass(
                        image.width(), target.width(), target.filter(), block.lineInts(), mixer);
        this.result = new int[atOnce][across.rowInts()];
        Taps taps = Taps.of(height, target.height(), target.filter());
        this.down = new DownPass(taps, 0, target.height(), 1, rowInts, mixer, this::take);
    }

    void run() {
        for (int y = 0; y < height; y++) {
            source.read(y, down.lines()[down.room()]);
            down.offer(1);
        }
        flush();
    }

    private void take(int y, int[] line) {
        System.arraycopy(line, 0, rows[filled], 0, line.length);
        filled++;
        if (filled == block.rows()) {
            flush();
        }
    }

    private void flush() {
        if (filled == 0) {
            return;
        }
        block.fill(rows, filled, mixer);
        across.apply(block, result, 0, filled);
        for (int i = 0; i < filled; i++) {
            target.sink().row(done + i, result[i], across.planeInts());
        }
        done += filled;
        filled = 0;
    }
}
