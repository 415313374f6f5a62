/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.resample;

import io.tessera.imaging.RgbImage;
import java.util.ArrayList;
import java.util.List;

/** One run over a source in Pillow's order, for one or more results. */
final class AcrossThenDown {
    private record Lane(AcrossPass across, DownPass down) {}

    private final LineMixer mixer;
    private final PackedRows source;
    private final int height;
    private final ColumnBlock block;
    private final int[][] rows;
    private final List<Lane> lanes = new ArrayList<>();

    AcrossThenDown(RgbImage image, List<Target> targets, LineMixer mixer) {
        this.mixer = mixer;
        this.source = new PackedRows(image);
        this.height = image.height();
        int atOnce = ColumnBlock.rowsFor(image.width(), height, mixer.blockRows());
        this.block = new ColumnBlock(image.width(), atOnce);
        this.rows = new int[atOnce][ColumnBlock.rowInts(image.width())];
        for (Target target : targets) {
            lanes.add(lane(image, target, atOnce));
        }
    }

    private Lane lane(RgbImage image, Target target, int atOnce) {
        AcrossPass across =
                new AcrossPass(
                        image.width(), target.width(), target.filter(), block.lineInts(), mixer);
        Taps taps = Taps.of(height, target.height(), target.filter());
        DownPass down =
                new DownPass(
                        taps,
                        0,
                        target.height(),
                        atOnce,
                        across.rowInts(),
                        mixer,
                        (y, line) -> target.sink().row(y, line, across.planeInts()));
        return new Lane(across, down);
    }

    void run() {
        for (int y = 0; y < height; y += block.rows()) {
            int count = Math.min(block.rows(), height - y);
            for (int i = 0; i < count; i++) {
                source.read(y + i, rows[i]);
            }
            block.fill(rows, count, mixer);
            for (Lane lane : lanes) {
                lane.across().apply(block, lane.down().lines(), lane.down().room(), count);
                lane.down().offer(count);
            }
        }
    }
}
