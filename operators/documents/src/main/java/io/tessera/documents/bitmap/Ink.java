/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents.bitmap;

/**
 * How much of a page is not paper. Paper is the most frequent tone, so dark pages and yellowed ones
 * measure alike; ink is what differs from it clearly.
 *
 * @param share of pixels that are ink, 0-1, four decimals
 * @param uniform whether every pixel has the same tone
 * @param spots squares of {@value #SPOT} pixels that are at least a quarter ink: 0 where there is
 *     nothing but specks
 */
public record Ink(double share, boolean uniform, int spots) {
    static final int SPOT = 8;

    private static final int DIFFERENCE = 40;

    public static Ink measure(Bitmap image) {
        Bitmap grey = image.grey();
        byte[] bytes = grey.bytes();
        int[] histogram = new int[256];
        for (byte value : bytes) {
            histogram[value & 0xff]++;
        }
        int paper = 0;
        int tones = 0;
        for (int tone = 0; tone < 256; tone++) {
            paper = histogram[tone] > histogram[paper] ? tone : paper;
            tones += histogram[tone] > 0 ? 1 : 0;
        }
        long ink = 0;
        for (int tone = 0; tone < 256; tone++) {
            ink += Math.abs(tone - paper) > DIFFERENCE ? histogram[tone] : 0;
        }
        double share = Math.round(ink * 10000.0 / bytes.length) / 10000.0;
        return new Ink(share, tones == 1, ink == 0 ? 0 : spots(grey, paper));
    }

    private static int spots(Bitmap grey, int paper) {
        int across = grey.width() / SPOT + 1;
        int[] row = new int[across];
        int spots = 0;
        for (int y = 0; y < grey.height(); y++) {
            int start = y * grey.width();
            for (int x = 0; x < grey.width(); x++) {
                if (Math.abs((grey.bytes()[start + x] & 0xff) - paper) > DIFFERENCE) {
                    row[x / SPOT]++;
                }
            }
            if (y % SPOT == SPOT - 1 || y == grey.height() - 1) {
                for (int i = 0; i < across; i++) {
                    spots += row[i] >= SPOT * SPOT / 4 ? 1 : 0;
                    row[i] = 0;
                }
            }
        }
        return spots;
    }
}
