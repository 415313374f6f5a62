/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker.samples;

import io.tessera.video.sample.ClipEncoder;
import java.util.List;

/**
 * A clip of 24 seconds with hard cuts between six scenes: things that move at different speeds, one
 * stretch without any motion, one without light, text that people read and a code that machines do.
 */
final class SampleClip {
    static final int WIDTH = 640;
    static final int HEIGHT = 360;
    static final int RATE = 15;

    /** What the code of the still scene says. */
    static final String LINK = "https://example.org/lindholm/ferry";

    private static final int KEY_FRAME_EVERY = 2 * RATE;

    /** A scene draws itself at a time from 0 to 1. */
    @FunctionalInterface
    private interface Painter {
        void paint(Canvas canvas, double time);
    }

    private record Scene(int seconds, Painter painter) {}

    private static final List<Scene> SCENES =
            List.of(
                    new Scene(5, SampleClip::ferry),
                    new Scene(4, SampleClip::street),
                    new Scene(4, SampleClip::board),
                    new Scene(3, SampleClip::tunnel),
                    new Scene(4, SampleClip::hall),
                    new Scene(4, SampleClip::evening));

    private SampleClip() {}

    static byte[] encode() {
        Canvas canvas = new Canvas(WIDTH, HEIGHT);
        try (ClipEncoder clip =
                new ClipEncoder(ClipEncoder.Codec.H264, WIDTH, HEIGHT, RATE, KEY_FRAME_EVERY)) {
            for (Scene scene : SCENES) {
                int count = scene.seconds() * RATE;
                for (int i = 0; i < count; i++) {
                    scene.painter().paint(canvas, i / (double) count);
                    clip.add(canvas.rgb());
                }
            }
            return clip.finish();
        }
    }

    private static void ferry(Canvas canvas, double time) {
        canvas.fade(0x7fb8e6, 0xd8ecf7);
        canvas.disc(540, 70, 34, 0xffe9a0);
        canvas.box(0, 230, WIDTH, 130, 0x2c5f86);
        int x = (int) (-180 + 620 * time);
        canvas.box(x, 200, 200, 34, 0xf4f4f0);
        canvas.box(x + 20, 226, 160, 22, 0xb3262e);
        canvas.box(x + 60, 170, 90, 30, 0xe0e0da);
        canvas.box(x + 100, 140, 16, 30, 0x303030);
        canvas.text(30, 28, "LINDHOLM FERRY", 0x12304a);
    }

    private static void street(Canvas canvas, double time) {
        canvas.fade(0xb9b4a8, 0x8d877b);
        for (int i = 0; i < 6; i++) {
            canvas.box(20 + 105 * i, 90, 84, 120, 0x9c5a3c);
            canvas.box(34 + 105 * i, 110, 22, 28, 0xe8dfc6);
            canvas.box(68 + 105 * i, 110, 22, 28, 0xe8dfc6);
        }
        canvas.box(0, 230, WIDTH, 130, 0x4a4a4e);
        car(canvas, (int) (-120 + 900 * time), 250, 0xd8b020);
        car(canvas, (int) (640 - 760 * time), 300, 0x2f8a4c);
        canvas.text(30, 28, "STATION ROAD", 0x241a10);
    }

    private static void car(Canvas canvas, int x, int y, int rgb) {
        canvas.box(x, y, 110, 26, rgb);
        canvas.box(x + 24, y - 18, 58, 18, rgb);
        canvas.disc(x + 24, y + 26, 11, 0x101010);
        canvas.disc(x + 86, y + 26, 11, 0x101010);
    }

    private static void board(Canvas canvas, double time) {
        canvas.fade(0x1f4d3a, 0x1f4d3a);
        canvas.box(390, 90, 210, 210, 0xffffff);
        canvas.code(400, 100, 190, LINK);
        canvas.text(40, 100, "NEXT FERRY", 0xffffff);
        canvas.text(40, 160, "14:35 BROVIK", 0xffe28a);
        canvas.text(40, 220, "GATE 7", 0xffffff);
    }

    private static void tunnel(Canvas canvas, double time) {
        canvas.fade(0x000000, 0x000000);
    }

    private static void hall(Canvas canvas, double time) {
        for (int y = 0; y < HEIGHT; y += 40) {
            for (int x = 0; x < WIDTH; x += 40) {
                canvas.box(x, y, 40, 40, (x + y) / 40 % 2 == 0 ? 0xd9c7e8 : 0xb79fd0);
            }
        }
        double bounce = Math.abs(Math.sin(time * 4 * Math.PI));
        canvas.disc((int) (80 + 480 * time), (int) (300 - 190 * bounce), 36, 0xd2481c);
        canvas.box(0, 0, WIDTH, 84, 0x3a2a50);
        canvas.text(30, 24, "PUMP HALL 2", 0xffffff);
    }

    private static void evening(Canvas canvas, double time) {
        canvas.fade(0xf08a3c, 0x5a2a5c);
        canvas.disc(320, (int) (130 + 130 * time), 60, 0xffd27a);
        canvas.box(0, 250, WIDTH, 110, 0x2a1c34);
        canvas.text(30, 28, "HARBOUR CLOSED", 0x2a1c34);
    }
}
