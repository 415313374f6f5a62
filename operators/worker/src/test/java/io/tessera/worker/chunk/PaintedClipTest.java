/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker.chunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tessera.imaging.Box;
import io.tessera.imaging.RgbImage;
import io.tessera.v1.ChunkFacts;
import io.tessera.v1.Motion;
import io.tessera.v1.SeenCode;
import io.tessera.v1.SeenText;
import io.tessera.video.sample.ClipEncoder;
import io.tessera.worker.chunk.ClipReadings.Chunk;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Facts of a clip that was painted for this test: 0-3 s a title on blue, 3-6 s a white box sliding
 * over brown, 6-8 s black, 8-10 s a QR code on grey.
 */
class PaintedClipTest {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 180;
    private static final int RATE = 10;
    private static Chunk chunk;

    @BeforeAll
    static void read(@TempDir Path folder) throws Exception {
        Path clip = Files.write(folder.resolve("painted.mp4"), encoded());
        chunk = ClipReadings.read(clip).get(0);
    }

    @Test
    void findsTheCuts() {
        assertThat(facts().getShots()).hasSize(3);
        assertThat(facts().getShots().get(1).getStartMicros() / 1e6).isCloseTo(3, within(0.3));
        assertThat(facts().getShots().get(2).getStartMicros() / 1e6).isBetween(5.7, 8.3);
    }

    @Test
    void tellsTheSlidingBoxFromTheRest() {
        assertThat(facts().getMotion())
                .filteredOn(Motion::getMoving)
                .singleElement()
                .satisfies(
                        box -> {
                            assertThat(box.getStartMicros() / 1e6).isCloseTo(3, within(0.4));
                            assertThat(box.getEndMicros() / 1e6).isCloseTo(6, within(0.4));
                        });
    }

    @Test
    void findsTheBlackStretch() {
        assertThat(facts().getBlack())
                .singleElement()
                .satisfies(
                        black -> {
                            assertThat(black.getStartMicros() / 1e6).isCloseTo(6, within(0.3));
                            assertThat(black.getEndMicros() / 1e6).isCloseTo(8, within(0.3));
                        });
    }

    @Test
    void readsTheTitleAndTheCode() {
        assertThat(facts().getText()).extracting(SeenText::getText).containsExactly("Gate 12");
        assertThat(facts().getText().get(0).getEndMicros() / 1e6).isBetween(2.0, 3.0);
        assertThat(facts().getCodes())
                .extracting(SeenCode::getText)
                .containsExactly("https://example.org/12");
    }

    @Test
    void saysAllOfItInTheCaption() {
        assertThat(chunk.caption())
                .startsWith("Three shots in 10 seconds, with changes at 0:03 and 0:0")
                .contains("movement from 0:03 to 0:06")
                .contains("it is black from 0:06 to 0:08")
                .contains("“Gate 12” from 0:00 to 0:0")
                .contains("a QR code at 0:0")
                .contains("“https://example.org/12”")
                .endsWith("(Measured, not generated.)");
    }

    private static ChunkFacts facts() {
        return chunk.facts();
    }

    private static byte[] encoded() {
        try (ClipEncoder clip =
                new ClipEncoder(ClipEncoder.Codec.H264, WIDTH, HEIGHT, RATE, 4 * RATE)) {
            for (int i = 0; i < 10 * RATE; i++) {
                clip.add(picture(i).pixels());
            }
            return clip.finish();
        }
    }

    private static RgbImage picture(int index) {
        if (index < 3 * RATE) {
            RgbImage title = PaintedFrame.plain(WIDTH, HEIGHT, 0x2040A0);
            PaintedFrame.write(title, 30, 80, "Gate 12");
            return title;
        }
        if (index < 6 * RATE) {
            RgbImage ground = PaintedFrame.plain(WIDTH, HEIGHT, 0x8B5A2B);
            ground.fill(new Box(8 * (index - 3 * RATE), 70, 50, 50), 0xFFFFFF);
            return ground;
        }
        if (index < 8 * RATE) {
            return PaintedFrame.plain(WIDTH, HEIGHT, 0);
        }
        RgbImage wall = PaintedFrame.plain(WIDTH, HEIGHT, 0x808080);
        PaintedFrame.code(wall, 90, 20, 140, "https://example.org/12");
        return wall;
    }
}
