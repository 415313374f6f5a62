/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.worker.chunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tessera.contract.failure.Code;
import io.tessera.contract.failure.InputFailure;
import io.tessera.contract.input.HeapRegion;
import io.tessera.imaging.Box;
import io.tessera.imaging.RgbImage;
import io.tessera.imaging.composite.ContactSheet;
import io.tessera.v1.RegionImage;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class CompositeTest {
    private static final ContactSheet LAYOUT =
            ContactSheet.of(4, 320, 180, ContactSheet.Style.DEFAULT);

    private final HeapRegion region = HeapRegion.ofCapacity(32 << 20);

    @Test
    void laysFramesIntoTheRegionInOrder() throws Exception {
        List<RegionImage> images = composite(region);

        RegionImage sheet = images.get(0);
        assertThat(sheet.getFormat()).isEqualTo("RGB");
        assertThat(sheet.getRows() * sheet.getColumns()).isEqualTo(4);
        ByteBuffer rgb = region.bytesOf(sheet);
        assertThat(colourAt(rgb, sheet, 0)).isEqualTo(Color.RED);
        assertThat(colourAt(rgb, sheet, 1)).isEqualTo(Color.GREEN);
        assertThat(colourAt(rgb, sheet, 2)).isEqualTo(Color.BLUE);
        assertThat(colourAt(rgb, sheet, 3)).isEqualTo(Color.YELLOW);
    }

    @Test
    void addsAJpegOfTheSameSize() throws Exception {
        RegionImage jpeg = composite(region).get(1);

        byte[] bytes = new byte[(int) jpeg.getLength()];
        region.bytesOf(jpeg).get(bytes);
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(bytes));
        assertThat(jpeg.getFormat()).isEqualTo("jpg");
        assertThat(read.getWidth()).isEqualTo(jpeg.getWidth());
        assertThat(read.getHeight()).isEqualTo(jpeg.getHeight());
        Box place = LAYOUT.place(0);
        Color red = new Color(read.getRGB(place.x() + 20, place.y() + 20));
        assertThat(red.getRed()).isGreaterThan(200);
        assertThat(red.getBlue()).isLessThan(60);
    }

    @Test
    void givesEqualBytesForEqualFrames() throws Exception {
        List<RegionImage> again = composite(HeapRegion.ofCapacity(32 << 20));

        assertThat(composite(region)).isEqualTo(again);
    }

    @Test
    void isEmptyWithoutFrames() throws Exception {
        assertThat(new Composite(region, 4).images()).isEmpty();
    }

    @Test
    void refusesARegionThatIsTooSmall() {
        assertThatThrownBy(() -> composite(HeapRegion.ofCapacity(1000)))
                .isInstanceOfSatisfying(
                        InputFailure.class, e -> assertThat(e.code()).isEqualTo(Code.LIMIT_REGION));
    }

    private static List<RegionImage> composite(HeapRegion region) throws InputFailure {
        Composite composite = new Composite(region, 4);
        composite.accept(frame(0, Color.RED, 320, 180));
        composite.accept(frame(1, Color.GREEN, 320, 180));
        composite.accept(frame(2, Color.BLUE, 160, 90));
        composite.accept(frame(65, Color.YELLOW, 320, 180));
        return composite.images();
    }

    private static PaintedFrame frame(int seconds, Color colour, int width, int height) {
        RgbImage picture = PaintedFrame.plain(width, height, colour.getRGB() & 0xFFFFFF);
        return new PaintedFrame(seconds * 1_000_000L, true, picture);
    }

    private static Color colourAt(ByteBuffer rgb, RegionImage sheet, int frame) {
        Box place = LAYOUT.place(frame);
        int at = 3 * ((place.y() + 20) * sheet.getWidth() + place.x() + 20);
        return new Color(rgb.get(at) & 255, rgb.get(at + 1) & 255, rgb.get(at + 2) & 255);
    }
}
