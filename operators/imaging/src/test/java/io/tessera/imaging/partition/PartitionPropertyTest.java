/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tessera.imaging.Box;
import io.tessera.imaging.RgbImage;
import io.tessera.imaging.formula.FormulaImage;
import io.tessera.imaging.resample.PassOrder;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PartitionPropertyTest {
    private static final List<Partition> PARTITIONS =
            List.of(
                    XComposerPartition.hub(),
                    XComposerPartition.demo(),
                    XComposerPartition.evaluation(),
                    XComposerPartition.xcomposer25(
                            4, OptionalDouble.empty(), XComposerPartition.Padding.CENTRE),
                    XComposerPartition.xcomposer4khd(25),
                    XComposerPartition.xcomposer4khd(65),
                    new XComposerVideoPartition(),
                    new SquarePartition(490),
                    new SquarePartition(224),
                    InternVlPartition.stills(1, 12, true),
                    InternVlPartition.stills(4, 24, false),
                    InternVlPartition.frame());

    @Test
    void tilesCoverTheCanvasExactlyOnceInReadingOrder() {
        Random random = new Random(21);
        for (int i = 0; i < 3000; i++) {
            Layout layout = layout(random);
            int side = layout.tile();
            List<Box> tiles = layout.tiles();
            assertThat(tiles).hasSize(layout.grid().tiles()).doesNotHaveDuplicates();
            for (int t = 0; t < tiles.size(); t++) {
                Box tile = tiles.get(t);
                assertThat(tile.width()).isEqualTo(side);
                assertThat(tile.height()).isEqualTo(side);
                assertThat(tile.y() / side * layout.grid().columns() + tile.x() / side)
                        .isEqualTo(t);
            }
            assertThat((long) tiles.size() * side * side)
                    .isEqualTo((long) layout.canvasWidth() * layout.canvasHeight());
        }
    }

    @Test
    void tokenCountsFollowTheirFormulas() {
        Random random = new Random(22);
        for (int i = 0; i < 3000; i++) {
            int[] sides = sides(random);
            int width = sides[0];
            int height = sides[1];
            Layout hd = XComposerPartition.hub().layout(width, height);
            assertThat(hd.tokenCount())
                    .isEqualTo((hd.grid().tiles() + 1) * 400 + 1 + (hd.grid().rows() + 1) * 20);
            Layout khd = XComposerPartition.xcomposer4khd(55).layout(width, height);
            assertThat(khd.tokenCount())
                    .isEqualTo((khd.grid().tiles() + 1) * 144 + 1 + (khd.grid().rows() + 1) * 12);
            Layout vl = InternVlPartition.stills(1, 12, true).layout(width, height);
            assertThat(vl.tokenCount()).isEqualTo(256 * vl.views());
            assertThat(hd.grid().tiles()).isLessThanOrEqualTo(24);
            assertThat(khd.grid().tiles()).isLessThanOrEqualTo(55);
            assertThat(vl.grid().tiles()).isLessThanOrEqualTo(12);
        }
    }

    private static Layout layout(Random random) {
        int[] sides = sides(random);
        Partition partition = PARTITIONS.get(random.nextInt(PARTITIONS.size()));
        return partition.layout(sides[0], sides[1]);
    }

    /** Two sides that differ 40 times at most. */
    private static int[] sides(Random random) {
        int length = 1 + random.nextInt(5000);
        int other = Math.min(length, Math.max(1, length / 40) + random.nextInt(5000));
        return random.nextBoolean() ? new int[] {length, other} : new int[] {other, length};
    }

    @Test
    void aPortraitOfXComposerIsItsTransposedLandscape() {
        Random random = new Random(23);
        Cutter cutter = new Cutter();
        for (int i = 0; i < 12; i++) {
            int width = 20 + random.nextInt(200);
            int height = width + 1 + random.nextInt(300);
            Partition partition = PARTITIONS.get(i % 2 == 0 ? 0 : 4);
            RgbImage portrait = FormulaImage.draw("mix", width, height, i);
            Pieces tall = cutter.cut(portrait, partition);
            Pieces flat = cutter.cut(transposed(portrait), partition);
            assertThat(tall.layout().order()).isEqualTo(PassOrder.DOWN_FIRST);
            assertThat(tall.layout().grid()).isEqualTo(flat.layout().grid().transposed());
            assertThat(tall.canvas().sha256()).isEqualTo(transposed(flat.canvas()).sha256());
        }
    }

    private static RgbImage transposed(RgbImage image) {
        byte[] from = image.toBytes();
        byte[] to = new byte[from.length];
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                System.arraycopy(
                        from, 3 * (y * image.width() + x), to, 3 * (x * image.height() + y), 3);
            }
        }
        return RgbImage.of(image.height(), image.width(), to);
    }

    @Test
    void paddingIsWhiteAndContentUntouchedByIt() {
        RgbImage image = FormulaImage.draw("mix", 300, 100, 1);
        Pieces pieces =
                new Cutter()
                        .cut(
                                image,
                                XComposerPartition.xcomposer25(
                                        4,
                                        OptionalDouble.of(1.0),
                                        XComposerPartition.Padding.CENTRE));
        Box content = pieces.layout().content();
        assertThat(content).isEqualTo(new Box(0, 187, 560, 186));
        assertThat(pieces.canvas().rgb(0, 186)).isEqualTo(0xFFFFFF);
        assertThat(pieces.canvas().rgb(559, 373)).isEqualTo(0xFFFFFF);
        assertThat(pieces.canvas().rgb(0, 187)).isNotEqualTo(0xFFFFFF);
    }

    @Test
    void refusesShapesWhoseOtherSideVanishes() {
        assertThatThrownBy(() -> XComposerPartition.hub().layout(20_000, 1))
                .hasMessageContaining("20000x1 is too narrow for xcomposer2d5");
        assertThat(XComposerPartition.hub().layout(13_440, 1).content().height()).isEqualTo(1);
        assertThatThrownBy(() -> new XComposerVideoPartition().layout(1120, 1_000_000))
                .hasMessageContaining("take fewer frames");
        assertThat(InternVlPartition.stills(1, 12, true).layout(1, 100_000).grid())
                .isEqualTo(new Grid(12, 1));
    }

    @Test
    void refusesBudgetsThatWouldFillMemory() {
        assertThatThrownBy(() -> XComposerPartition.xcomposer4khd(257))
                .hasMessageContaining("hd_num is 257");
        assertThatThrownBy(() -> InternVlPartition.stills(5, 4, true))
                .hasMessageContaining("min_num is 5 and max_num 4");
        assertThatThrownBy(
                        () ->
                                XComposerPartition.xcomposer25(
                                        4,
                                        OptionalDouble.of(Double.NaN),
                                        XComposerPartition.Padding.END))
                .hasMessageContaining("scale is NaN");
    }
}
