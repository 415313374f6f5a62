/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.vector;

import io.tessera.imaging.resample.LineMixer;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Four sums in registers over all taps, for each vector of packed bytes. Serves one thread. */
final class VectorMixer implements LineMixer {
    private static final VectorSpecies<Integer> SPECIES = IntVector.SPECIES_PREFERRED;
    private static final int BITS = 22;
    private static final int ROWS = 64;

    private final VectorTurner turner = new VectorTurner();

    /** Whether vectors divide the 16 ints that lines are padded to. */
    static boolean fits() {
        return SPECIES.length() >= 4 && 16 % SPECIES.length() == 0;
    }

    @Override
    public void toColumns(
            int[][] rows, int row, int at, int[][] columns, int column, int lane, int lanes) {
        turner.toColumns(rows, row, at, columns, column, lane, lanes);
    }

    @Override
    public void toRows(int[][] columns, int lane, int[][] rows, int row, int at) {
        turner.toRows(columns, lane, rows, row, at);
    }

    @Override
    public int blockRows() {
        return ROWS;
    }

    @Override
    public void mix(
            int[][] lines, int first, int count, int[] weights, int from, int[] out, int length) {
        for (int i = 0; i < length; i += SPECIES.length()) {
            strip(lines, first, count, weights, from, out, i);
        }
    }

    private static void strip(
            int[][] lines, int first, int count, int[] weights, int from, int[] out, int i) {
        IntVector sum0 = IntVector.broadcast(SPECIES, 1 << (BITS - 1));
        IntVector sum1 = sum0;
        IntVector sum2 = sum0;
        IntVector sum3 = sum0;
        for (int t = 0; t < count; t++) {
            IntVector four = IntVector.fromArray(SPECIES, lines[first + t], i);
            IntVector weight = IntVector.broadcast(SPECIES, weights[from + t]);
            sum0 = sum0.add(four.and(255).mul(weight));
            sum1 = sum1.add(four.lanewise(VectorOperators.LSHR, 8).and(255).mul(weight));
            sum2 = sum2.add(four.lanewise(VectorOperators.LSHR, 16).and(255).mul(weight));
            sum3 = sum3.add(four.lanewise(VectorOperators.LSHR, 24).mul(weight));
        }
        clamp(sum0)
                .or(clamp(sum1).lanewise(VectorOperators.LSHL, 8))
                .or(clamp(sum2).lanewise(VectorOperators.LSHL, 16))
                .or(clamp(sum3).lanewise(VectorOperators.LSHL, 24))
                .intoArray(out, i);
    }

    private static IntVector clamp(IntVector sum) {
        return sum.lanewise(VectorOperators.ASHR, BITS).max(0).min(255);
    }
}
