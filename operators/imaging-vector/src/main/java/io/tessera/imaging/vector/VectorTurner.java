/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.vector;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Turns blocks of rows into columns and back: bytes within four lines by masks and shifts, then
 * whole ints by swapping ever larger squares across the diagonal. Serves one thread.
 */
final class VectorTurner {
    private static final VectorSpecies<Integer> SPECIES = IntVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int EVEN = 0x00FF00FF;
    private static final int LOW = 0x0000FFFF;
    private static final int SIDE = 16;
    private static final int SQUARE = SIDE * SIDE;

    /** Four squares of 16 x 16 ints, one for each byte of an int. */
    private final int[] squares = new int[4 * SQUARE];

    void toColumns(
            int[][] rows, int row, int at, int[][] columns, int column, int lane, int lanes) {
        for (int part = 0; part < 3; part++) {
            for (int i = 0; i < SIDE; i++) {
                for (int j = 0; j < SIDE; j += LANES) {
                    int from = at + SIDE * part + j;
                    quad(
                            IntVector.fromArray(SPECIES, rows[row + 4 * i], from),
                            IntVector.fromArray(SPECIES, rows[row + 4 * i + 1], from),
                            IntVector.fromArray(SPECIES, rows[row + 4 * i + 2], from),
                            IntVector.fromArray(SPECIES, rows[row + 4 * i + 3], from),
                            SIDE * i + j);
                }
            }
            for (int k = 0; k < 4; k++) {
                turn(k * SQUARE);
                for (int j = 0; j < SIDE; j++) {
                    int sample = 4 * (SIDE * part + j) + k;
                    System.arraycopy(
                            squares,
                            k * SQUARE + SIDE * j,
                            columns[column + sample / 3],
                            sample % 3 * lanes + lane,
                            SIDE);
                }
            }
        }
    }

    void toRows(int[][] columns, int lane, int[][] rows, int row, int at) {
        for (int i = 0; i < SIDE; i++) {
            for (int j = 0; j < SIDE; j += LANES) {
                quad(
                        IntVector.fromArray(SPECIES, columns[4 * i], lane + j),
                        IntVector.fromArray(SPECIES, columns[4 * i + 1], lane + j),
                        IntVector.fromArray(SPECIES, columns[4 * i + 2], lane + j),
                        IntVector.fromArray(SPECIES, columns[4 * i + 3], lane + j),
                        SIDE * i + j);
            }
        }
        for (int k = 0; k < 4; k++) {
            turn(k * SQUARE);
            for (int j = 0; j < SIDE; j++) {
                System.arraycopy(squares, k * SQUARE + SIDE * j, rows[row + 4 * j + k], at, SIDE);
            }
        }
    }

    /** Byte k of each of the four becomes an int of square k. */
    private void quad(IntVector a, IntVector b, IntVector c, IntVector d, int to) {
        IntVector evenAb = a.and(EVEN).or(b.and(EVEN).lanewise(VectorOperators.LSHL, 8));
        IntVector evenCd = c.and(EVEN).or(d.and(EVEN).lanewise(VectorOperators.LSHL, 8));
        IntVector oddAb = a.lanewise(VectorOperators.LSHR, 8).and(EVEN).or(b.and(~EVEN));
        IntVector oddCd = c.lanewise(VectorOperators.LSHR, 8).and(EVEN).or(d.and(~EVEN));
        low(evenAb, evenCd).intoArray(squares, to);
        low(oddAb, oddCd).intoArray(squares, SQUARE + to);
        high(evenAb, evenCd).intoArray(squares, 2 * SQUARE + to);
        high(oddAb, oddCd).intoArray(squares, 3 * SQUARE + to);
    }

    private static IntVector low(IntVector a, IntVector b) {
        return a.and(LOW).or(b.lanewise(VectorOperators.LSHL, 16));
    }

    private static IntVector high(IntVector a, IntVector b) {
        return a.lanewise(VectorOperators.LSHR, 16).or(b.and(~LOW));
    }

    private static final VectorShuffle<Integer> BY1 = swap(1);
    private static final VectorShuffle<Integer> BY2 = swap(2);
    private static final VectorShuffle<Integer> BY4 = swap(4);
    private static final VectorShuffle<Integer> BY8 = swap(8);
    private static final VectorMask<Integer> UPPER1 = upper(1);
    private static final VectorMask<Integer> UPPER2 = upper(2);
    private static final VectorMask<Integer> UPPER4 = upper(4);
    private static final VectorMask<Integer> UPPER8 = upper(8);

    private static VectorShuffle<Integer> swap(int distance) {
        return VectorShuffle.fromOp(SPECIES, i -> (i ^ distance) & (LANES - 1));
    }

    private static VectorMask<Integer> upper(int distance) {
        long bits = 0;
        for (int i = 0; i < LANES; i++) {
            bits |= (i & distance) == 0 ? 0 : 1L << i;
        }
        return VectorMask.fromLong(SPECIES, bits);
    }

    /** Transposes the square at {@code base}. */
    private void turn(int base) {
        if (LANES == SIDE) {
            swapAcross(base, 1, BY1, UPPER1);
            swapAcross(base, 2, BY2, UPPER2);
            swapAcross(base, 4, BY4, UPPER4);
            swapAcross(base, 8, BY8, UPPER8);
        } else {
            turnPlainly(base);
        }
    }

    private void swapAcross(
            int base, int distance, VectorShuffle<Integer> swap, VectorMask<Integer> upper) {
        for (int i = 0; i < SIDE / 2; i++) {
            int line = ((i & -distance) << 1) | (i & (distance - 1));
            int first = base + SIDE * line;
            int second = first + SIDE * distance;
            IntVector a = IntVector.fromArray(SPECIES, squares, first);
            IntVector b = IntVector.fromArray(SPECIES, squares, second);
            a.blend(b.rearrange(swap), upper).intoArray(squares, first);
            a.rearrange(swap).blend(b, upper).intoArray(squares, second);
        }
    }

    private void turnPlainly(int base) {
        for (int i = 0; i < SIDE; i++) {
            for (int j = 0; j < i; j++) {
                int one = squares[base + SIDE * i + j];
                squares[base + SIDE * i + j] = squares[base + SIDE * j + i];
                squares[base + SIDE * j + i] = one;
            }
        }
    }
}
