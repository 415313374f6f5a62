/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker.chunk.shot;

import io.tessera.worker.chunk.step.StepFrame;

/** A picture of 16x9 cells, each the mean colour of its part of a frame: what shots are told by. */
final class Thumbnail {
    private static final int COLUMNS = 16;
    private static final int ROWS = 9;
    private static final int CELLS = COLUMNS * ROWS;

    /** Spread of luma below which a picture is too plain for its pattern to mean anything. */
    private static final double PLAIN = 4;

    private final byte[] rgb = new byte[3 * CELLS];
    private final double[] pattern = new double[CELLS];
    private final double spread;

    Thumbnail(StepFrame frame) {
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                cell(frame, column, row);
            }
        }
        double mean = 0;
        for (double value : pattern) {
            mean += value / CELLS;
        }
        double squares = 0;
        for (int i = 0; i < CELLS; i++) {
            pattern[i] -= mean;
            squares += pattern[i] * pattern[i] / CELLS;
        }
        spread = Math.sqrt(squares);
    }

    private void cell(StepFrame frame, int column, int row) {
        int left = frame.width() * column / COLUMNS;
        int right = frame.width() * (column + 1) / COLUMNS;
        int top = frame.height() * row / ROWS;
        int bottom = frame.height() * (row + 1) / ROWS;
        long[] sums = new long[3];
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int at = 3 * (y * frame.width() + x);
                sums[0] += frame.rgb()[at] & 255;
                sums[1] += frame.rgb()[at + 1] & 255;
                sums[2] += frame.rgb()[at + 2] & 255;
            }
        }
        int count = (right - left) * (bottom - top);
        int cell = row * COLUMNS + column;
        for (int i = 0; i < 3; i++) {
            rgb[3 * cell + i] = (byte) (sums[i] / count);
        }
        pattern[cell] = (0.299 * sums[0] + 0.587 * sums[1] + 0.114 * sums[2]) / count;
    }

    /** Mean absolute difference of the cells' colours, 0-255. */
    double distance(Thumbnail other) {
        long sum = 0;
        for (int i = 0; i < rgb.length; i++) {
            sum += Math.abs((rgb[i] & 255) - (other.rgb[i] & 255));
        }
        return (double) sum / rgb.length;
    }

    /**
     * How alike the patterns of light and dark are, whatever the exposure: 1 for the same, 0 for
     * unrelated (Pearson's correlation). 0 where exactly one picture is plain, 1 where both are.
     */
    double likeness(Thumbnail other) {
        if (spread < PLAIN || other.spread < PLAIN) {
            return spread < PLAIN && other.spread < PLAIN ? 1 : 0;
        }
        double product = 0;
        for (int i = 0; i < CELLS; i++) {
            product += pattern[i] * other.pattern[i] / CELLS;
        }
        return product / (spread * other.spread);
    }

    /**
     * How little of this picture is left unexplained by a mixture of two others in the best ratio:
     * the mean absolute rest of the cells, 0-255. In a dissolve it is next to nothing; where
     * something walks into the picture each cell is one or the other.
     */
    double restOfMixture(Thumbnail one, Thumbnail other) {
        double products = 0;
        double squares = 0;
        for (int i = 0; i < rgb.length; i++) {
            double span = (other.rgb[i] & 255) - (one.rgb[i] & 255);
            products += ((rgb[i] & 255) - (one.rgb[i] & 255)) * span;
            squares += span * span;
        }
        double share = squares == 0 ? 0 : products / squares;
        double sum = 0;
        for (int i = 0; i < rgb.length; i++) {
            double mixed = (one.rgb[i] & 255) * (1 - share) + (other.rgb[i] & 255) * share;
            sum += Math.abs((rgb[i] & 255) - mixed);
        }
        return sum / rgb.length;
    }
}
