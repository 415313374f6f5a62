/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.imaging.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tessera.imaging.Box;
import io.tessera.imaging.RgbImage;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactSheetTest {
    @Test
    void placesNeverOverlapAndStayInsideTheBound() {
        Random random = new Random(8);
        for (int i = 0; i < 2000; i++) {
            int frames = 1 + random.nextInt(64);
            int width = 1 + random.nextInt(4000);
            int height = 1 + random.nextInt(4000);
            int columns = random.nextInt(5);
            ContactSheet.Style style = new ContactSheet.Style(1920, 3000, columns);
            ContactSheet sheet = ContactSheet.of(frames, width, height, style);
            assertThat(sheet.width()).isLessThanOrEqualTo(1920);
            assertThat(sheet.height()).isLessThanOrEqualTo(3000);
            for (int f = 0; f < frames; f++) {
                Box place = sheet.place(f);
                assertThat(place.within(sheet.width(), sheet.height())).isTrue();
                assertThat(sheet.labelBox(f).y() + sheet.labelBox(f).height()).isEqualTo(place.y());
                assertThat(place.x() % 16).isZero();
                assertThat(place.width()).isLessThanOrEqualTo(width);
                if (f % sheet.columns() > 0) {
                    Box left = sheet.place(f - 1);
                    assertThat(left.x() + left.width()).isLessThan(place.x());
                }
                if (f >= sheet.columns()) {
                    Box above = sheet.place(f - sheet.columns());
                    assertThat(above.y() + above.height())
                            .isLessThanOrEqualTo(sheet.labelBox(f).y());
                }
            }
        }
    }

    @Test
    void choosesTheColumnsThatShowFramesLargest() {
        ContactSheet wide = ContactSheet.of(16, 1280, 720, ContactSheet.Style.DEFAULT);
        ContactSheet tall = ContactSheet.of(16, 720, 1280, ContactSheet.Style.DEFAULT);
        assertThat(wide.columns()).isEqualTo(3);
        assertThat(tall.columns()).isGreaterThan(wide.columns());
    }

    @Test
    void aFrameOfAnotherSizeKeepsItsShape() {
        ContactSheet sheet = ContactSheet.of(4, 1280, 720, ContactSheet.Style.DEFAULT);
        Box cell = sheet.place(3);
        Box place = sheet.place(3, 720, 1280);
        assertThat(place.x()).isEqualTo(cell.x());
        assertThat(place.height()).isEqualTo(cell.height());
        assertThat(place.width() / (double) place.height()).isBetween(0.55, 0.575);
    }

    @Test
    void labelsDrawInsideTheirBandOnly() {
        ContactSheet sheet = ContactSheet.of(3, 320, 240, new ContactSheet.Style(1200, 400, 3));
        RgbImage image = RgbImage.allocate(sheet.width(), sheet.height());
        sheet.clear(image);
        String blank = image.sha256();
        sheet.label(image, 1, 12_540_000);
        assertThat(image.sha256()).isNotEqualTo(blank);
        assertThat(image.crop(sheet.labelBox(1)).sha256())
                .isNotEqualTo(image.crop(sheet.labelBox(0)).sha256());
        image.fill(sheet.labelBox(1), 0xFFFFFF);
        assertThat(image.sha256()).isEqualTo(blank);
    }

    @Test
    void refusesWhatCannotBeShown() {
        ContactSheet.Style small = new ContactSheet.Style(64, 64, 1);
        assertThatThrownBy(() -> ContactSheet.of(100, 10, 10, small))
                .hasMessageContaining("do not fit");
        assertThatThrownBy(() -> ContactSheet.of(0, 10, 10, small))
                .hasMessageContaining("at least 1");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0:00.0",
        "12540000, 0:12.5",
        "61999999, 1:01.9",
        "3723400000, 1:02:03.4",
        "-1500000, -0:01.5",
        "-20, 0:00.0"
    })
    void timesAreWrittenForPeople(long micros, String label) {
        assertThat(TimeLabel.of(micros)).isEqualTo(label);
    }
}
