/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video.still;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class JpegEncoderTest {
    @Test
    void aPictureComesBackAlmostAsItWas() throws Exception {
        for (int[] size : new int[][] {{64, 48}, {33, 17}, {1, 1}, {640, 80}}) {
            ByteBuffer rgb = gradient(size[0], size[1]);
            byte[] jpeg = JpegEncoder.encode(rgb, size[0], size[1], 95);
            BufferedImage read = ImageIO.read(new ByteArrayInputStream(jpeg));
            assertThat(read.getWidth()).isEqualTo(size[0]);
            assertThat(read.getHeight()).isEqualTo(size[1]);
            double sum = 0;
            for (int y = 0; y < size[1]; y++) {
                for (int x = 0; x < size[0]; x++) {
                    for (int c = 0; c < 3; c++) {
                        int was = rgb.get(3 * (y * size[0] + x) + c) & 0xFF;
                        sum += Math.abs((read.getRGB(x, y) >> (16 - 8 * c) & 0xFF) - was);
                    }
                }
            }
            assertThat(sum / (3.0 * size[0] * size[1])).as("%dx%d", size[0], size[1]).isLessThan(4);
        }
    }

    @Test
    void equalPixelsGiveEqualBytesAndLowerQualityFewer() {
        ByteBuffer rgb = gradient(320, 200);
        byte[] fine = JpegEncoder.encode(rgb, 320, 200, 90);
        assertThat(JpegEncoder.encode(rgb, 320, 200, 90)).isEqualTo(fine);
        assertThat(JpegEncoder.encode(rgb, 320, 200, 30).length).isLessThan(fine.length);
        assertThat(rgb.position()).isZero();
    }

    @Test
    void refusesWhatNoJpegHolds() {
        ByteBuffer rgb = gradient(4, 4);
        assertThatThrownBy(() -> JpegEncoder.encode(rgb, 70_000, 1, 90))
                .hasMessage("a JPEG has edges of 1 to 65500 pixels, not 70000x1");
        assertThatThrownBy(() -> JpegEncoder.encode(rgb, 5, 4, 90))
                .hasMessage("48 bytes are too few for 5x4 RGB pixels");
        assertThatThrownBy(() -> JpegEncoder.encode(rgb, 4, 4, 0))
                .hasMessage("quality is not from 1 to 100: 0");
    }

    private static ByteBuffer gradient(int width, int height) {
        ByteBuffer rgb = ByteBuffer.allocateDirect(3 * width * height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                rgb.put((byte) (255L * x / width));
                rgb.put((byte) (255L * y / height));
                rgb.put((byte) 128);
            }
        }
        return rgb.flip();
    }
}
