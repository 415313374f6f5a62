/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.inspect;

import io.tessera.imaging.RgbImage;
import io.tessera.imaging.partition.Partition;
import io.tessera.imaging.partition.Pieces;
import io.tessera.imaging.tensor.GlobalView;
import io.tessera.imaging.tensor.Statistics;

/** What a model sees besides the tiles, as a picture for people. */
final class SideView {
    private SideView() {}

    static RgbImage of(Partition partition, Pieces pieces) {
        return pieces.layout().globalView()
                ? global(partition.statistics(), pieces)
                : pieces.thumbnail().orElseThrow();
    }

    /** The global view with its normalisation undone; the kernel's overshoot is clipped. */
    private static RgbImage global(Statistics statistics, Pieces pieces) {
        int side = pieces.layout().tile();
        float[] view = GlobalView.of(pieces.canvas(), side, statistics);
        byte[] rgb = new byte[3 * side * side];
        for (int channel = 0; channel < 3; channel++) {
            float black = statistics.normalise(0, channel);
            float white = statistics.normalise(255, channel);
            for (int i = 0; i < side * side; i++) {
                float share = (view[channel * side * side + i] - black) / (white - black);
                rgb[3 * i + channel] = (byte) Math.max(0, Math.min(255, Math.round(share * 255)));
            }
        }
        return RgbImage.of(side, side, rgb);
    }
}
