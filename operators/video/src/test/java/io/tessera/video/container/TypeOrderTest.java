/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.video.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.tessera.video.container.PictureHeader.Picture;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TypeOrderTest {
    @Test
    void picturesThatNothingRefersToComeBeforeTheReferenceAheadOfThem() {
        // I P B B P B I B B as the file has them.
        String types = "IPBBPBIBB";
        TypeOrder order = new TypeOrder();
        DisplayOrder<Integer> display = new DisplayOrder<>();
        for (int i = 0; i < types.length(); i++) {
            boolean dropped = types.charAt(i) == 'B';
            Picture picture = order.next(new Picture(types.charAt(i) == 'I', dropped, true, false));
            assertThat(picture.restart()).isEqualTo(i == 0);
            display.add(i, order.order(), picture.restart());
        }
        List<Long> numbers = new ArrayList<>();
        while (display.ready(true)) {
            numbers.add(display.take().ordinal());
        }
        assertThat(numbers).containsExactly(0L, 3L, 1L, 2L, 5L, 4L, 8L, 6L, 7L);
    }
}
