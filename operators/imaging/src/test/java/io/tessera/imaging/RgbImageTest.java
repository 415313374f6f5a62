/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class RgbImageTest {
    @Test
    void cropSharesPixelsWithTheWhole() {
        RgbImage whole = RgbImage.allocateDirect(5, 4);
        RgbImage part = whole.crop(new Box(1, 2, 3, 2));
        part.fill(0x102030);
        assertThat(whole.rgb(1, 2)).isEqualTo(0x102030);
        assertThat(whole.rgb(3, 3)).isEqualTo(0x102030);
        assertThat(whole.rgb(0, 2)).isZero();
        assertThat(whole.rgb(4, 3)).isZero();
    }

    @Test
    void digestIsOfThePixelsAloneWhateverTheBuffer() {
        RgbImage whole = RgbImage.allocate(7, 5);
        for (int y = 0; y < 5; y++) {
            for (int x = 0; x < 7; x++) {
                whole.fill(new Box(x, y, 1, 1), 0x010203 * (x + 7 * y));
            }
        }
        RgbImage part = whole.crop(new Box(2, 1, 3, 3));
        RgbImage packed = RgbImage.of(3, 3, part.toBytes());
        RgbImage direct = RgbImage.allocateDirect(3, 3);
        part.copyTo(direct, 0, 0);
        assertThat(packed.sha256()).isEqualTo(part.sha256()).isEqualTo(direct.sha256());
        assertThat(packed.sha256()).isNotEqualTo(whole.crop(new Box(1, 1, 3, 3)).sha256());
    }

    @Test
    void digestOfKnownBytesIsThePublishedOne() {
        assertThat(RgbImage.of(1, 1, new byte[] {'a', 'b', 'c'}).sha256())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void refusesABufferThatIsTooShort() {
        ByteBuffer rgb = ByteBuffer.allocate(11);
        assertThatThrownBy(() -> RgbImage.of(2, 2, rgb))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("needs 12 bytes");
    }

    @Test
    void refusesSizesThatNoBufferHolds() {
        assertThatThrownBy(() -> RgbImage.byteCount(40_000, 40_000))
                .hasMessageContaining("more than one buffer holds");
        assertThatThrownBy(() -> RgbImage.allocate(0, 4)).hasMessageContaining("0x4");
    }

    @Test
    void refusesPixelsOutsideThePicture() {
        RgbImage image = RgbImage.allocate(2, 2);
        assertThatThrownBy(() -> image.rgb(2, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> image.crop(new Box(1, 1, 2, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
