/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.tessera.v1.PageFacts;
import io.tessera.v1.TextSource;
import io.tessera.v1.UnitState;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RealDocumentsTest {
    private static String collapsed(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    @ParameterizedTest
    @CsvSource({
        "phototest.tif, 0",
        "phototest_2.tif, 0",
        "phototest-rotated-180.png, 180",
        "phototest-rotated-L.png, 90"
    })
    void readsCleanPrintWithoutAnErrorWhicheverWayUpItStands(String name, int rotation)
            throws Exception {
        String truth = Files.readString(SharedDocuments.file("phototest.gold.txt"));

        Readings read = Readings.of(SharedDocuments.file(name));

        PageFacts page = read.pages().get(0).getPage();
        assertThat(collapsed(page.getText())).isEqualTo(collapsed(truth));
        assertThat(page.getRotation()).isEqualTo(rotation);
        assertThat(page.getSource()).isEqualTo(TextSource.OCR);
        assertThat(page.getConfidence()).isGreaterThan(0.9);
    }

    @Test
    void readsTheTextLayerColumnByColumn() throws Exception {
        Readings read =
                Readings.of(
                        SharedDocuments.file("multi-column-2p.pdf"),
                        io.tessera.contract.option.Options.DEFAULTS,
                        null,
                        1);

        String text = collapsed(read.text(1));
        assertThat(read.pages().get(0).getPage().getSource()).isEqualTo(TextSource.TEXT_LAYER);
        assertThat(text)
                .contains("Open-domain question answering (QA) (Voorhees, 1999) is a task")
                .contains("by adjusting the embedding functions, which pro- vides additional");
        assertThat(text.indexOf("1999) is a task")).isLessThan(text.indexOf("by adjusting the"));
    }

    @Test
    void tellsARepeatedPageByItsContent() throws Exception {
        Readings read = Readings.of(SharedDocuments.file("fake-memo-with-duplicate-page.pdf"));

        assertThat(read.pages()).hasSize(2);
        assertThat(read.pages()).allMatch(page -> page.getState() == UnitState.RECOGNISED);
        assertThat(read.pages().get(1).getContentSha256())
                .isNotNull()
                .isEqualTo(read.pages().get(0).getContentSha256());
    }
}
