/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.tensor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.Arrays;

/**
 * Turns a row of one channel into numbers, once, and writes stretches of it into planes. Positions
 * are counted in numbers from where the buffer stood. Serves one thread.
 */
abstract class PlaneWriter {
    static PlaneWriter of(ByteBuffer target, ElementType type, int mostSamples) {
        ByteBuffer from = target.slice().order(ByteOrder.nativeOrder());
        return type == ElementType.FLOAT32
                ? new Words(from.asIntBuffer(), mostSamples)
                : new Halves(from.asShortBuffer(), mostSamples);
    }

    /** Looks up {@code count} packed samples from int {@code from} on. */
    abstract void look(int[] planes, int from, int count, int[] table);

    /** Looks up one channel of a row of red, green and blue bytes. */
    abstract void look(byte[] row, int channel, int[] table);

    /** Writes {@code count} of the numbers looked up, from {@code from} on, to {@code at}. */
    abstract void write(int from, int count, int at);

    /** Writes one number {@code count} times, and forgets what was looked up. */
    abstract void fill(int bits, int count, int at);

    private static final class Words extends PlaneWriter {
        private final IntBuffer target;
        private final int[] numbers;

        Words(IntBuffer target, int most) {
            this.target = target;
            this.numbers = new int[most + 3];
        }

        @Override
        void look(int[] planes, int from, int count, int[] table) {
            look(planes, from, (count + 3) / 4, table, numbers);
        }

        private static void look(int[] planes, int from, int quads, int[] table, int[] numbers) {
            for (int i = 0; i < quads; i++) {
                int four = planes[from + i];
                numbers[4 * i] = table[four & 255];
                numbers[4 * i + 1] = table[(four >>> 8) & 255];
                numbers[4 * i + 2] = table[(four >>> 16) & 255];
                numbers[4 * i + 3] = table[four >>> 24];
            }
        }

        @Override
        void look(byte[] row, int channel, int[] table) {
            for (int i = 0; 3 * i < row.length; i++) {
                numbers[i] = table[row[3 * i + channel] & 255];
            }
        }

        @Override
        void write(int from, int count, int at) {
            target.put(at, numbers, from, count);
        }

        @Override
        void fill(int bits, int count, int at) {
            Arrays.fill(numbers, 0, count, bits);
            write(0, count, at);
        }
    }

    private static final class Halves extends PlaneWriter {
        private final ShortBuffer target;
        private final short[] numbers;

        Halves(ShortBuffer target, int most) {
            this.target = target;
            this.numbers = new short[most + 3];
        }

        @Override
        void look(int[] planes, int from, int count, int[] table) {
            int quads = (count + 3) / 4;
            for (int i = 0; i < quads; i++) {
                int four = planes[from + i];
                numbers[4 * i] = (short) table[four & 255];
                numbers[4 * i + 1] = (short) table[(four >>> 8) & 255];
                numbers[4 * i + 2] = (short) table[(four >>> 16) & 255];
                numbers[4 * i + 3] = (short) table[four >>> 24];
            }
        }

        @Override
        void look(byte[] row, int channel, int[] table) {
            for (int i = 0; 3 * i < row.length; i++) {
                numbers[i] = (short) table[row[3 * i + channel] & 255];
            }
        }

        @Override
        void write(int from, int count, int at) {
            target.put(at, numbers, from, count);
        }

        @Override
        void fill(int bits, int count, int at) {
            Arrays.fill(numbers, 0, count, (short) bits);
            write(0, count, at);
        }
    }
}
