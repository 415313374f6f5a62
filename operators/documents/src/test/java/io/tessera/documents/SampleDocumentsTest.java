/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tessera.contract.codec.Digests;
import io.tessera.contract.failure.Code;
import io.tessera.contract.failure.InputFailure;
import io.tessera.contract.option.Options;
import io.tessera.documents.sample.SampleDocuments;
import io.tessera.v1.PageFacts;
import io.tessera.v1.TextSource;
import io.tessera.v1.UnitReading;
import io.tessera.v1.UnitState;
import io.tessera.v1.Word;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleDocumentsTest {
    @TempDir private Path folder;

    private Readings read(byte[] bytes) throws IOException, InputFailure {
        return read(bytes, null);
    }

    private Readings read(byte[] bytes, String password) throws IOException, InputFailure {
        Path file = Files.write(folder.resolve("sample"), bytes);
        return Readings.of(file, Options.DEFAULTS, password, 10);
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ");
    }

    @Test
    void readsTheDigitalReportFromItsTextLayer() throws Exception {
        Readings read = read(SampleDocuments.digital());

        assertThat(read.pages())
                .hasSize(SampleDocuments.PAGES)
                .allMatch(page -> page.getState() == UnitState.RECOGNISED)
                .allMatch(page -> page.getPage().getSource() == TextSource.TEXT_LAYER);
        assertThat(read.plan().getWarnings()).isEmpty();
        assertThat(read.text(1)).startsWith("Lindholm Waterworks\n");
        assertThat(flat(read.text(2)))
                .containsSubsequence(
                        "Sources and treatment", "every 20 hours in August.", "Network and losses");
        assertThat(read.text(3)).contains("July to September 1,121,300 236 7.2 %");
    }

    @Test
    void placesWordsInPagePointsFromTheTopLeft() throws Exception {
        PageFacts page = read(SampleDocuments.digital()).pages().get(0).getPage();

        Word first = page.getWords().get(0);
        assertThat(first.getText()).isEqualTo("Lindholm");
        assertThat(first.getBox().getX()).isBetween(59.0, 61.0);
        assertThat(first.getBox().getY()).isBetween(842.0 - 770 - 20, 842.0 - 770);
        assertThat(page.getCodes())
                .singleElement()
                .satisfies(
                        code -> {
                            assertThat(code.getText()).startsWith("https://example.org/lindholm");
                            assertThat(code.getBox().getX()).isBetween(60.0, 90.0);
                        });
    }

    @Test
    void readsTheScanWithItsTurnedPageUpright() throws Exception {
        Readings read = read(SampleDocuments.scanned());

        assertThat(read.pages())
                .extracting(page -> page.getPage().getRotation())
                .containsExactly(0, 180, 0);
        assertThat(read.pages())
                .allMatch(page -> page.getPage().getSource() == TextSource.OCR)
                .allMatch(page -> page.getPage().getConfidence() > 0.85);
        assertThat(flat(read.text(1))).contains("holds 12,600 cubic metres");
        assertThat(flat(read.text(2))).contains("Leakage fell from 9.1 to 7.6 per cent");
    }

    @Test
    void readsEachPageOfTheTiff() throws Exception {
        Readings read = read(SampleDocuments.tiff());

        assertThat(read.plan().getDocument().getMediaType()).isEqualTo("image/tiff");
        assertThat(read.pages()).hasSize(SampleDocuments.PAGES);
        assertThat(flat(read.text(3))).contains("1,121,300").contains("17 Mill Lane");
        assertThat(read.pages().get(0).getPage().getWidth()).isBetween(594.0, 596.0);
    }

    @Test
    void neverCallsACutReportWhole() throws Exception {
        Readings read = read(SampleDocuments.cut());

        assertThat(read.plan().getWarnings()).isNotEmpty();
        assertThat(read.pages()).hasSize(SampleDocuments.PAGES);
        assertThat(read.pages().get(0).getState()).isEqualTo(UnitState.RECOGNISED);
        assertThat(read.pages())
                .anyMatch(
                        page ->
                                page.getState() == UnitState.FAILED
                                        || !page.getMissing().isEmpty());
    }

    @Test
    void opensTheLockedReportWithItsPasswordOnly() throws Exception {
        byte[] locked = SampleDocuments.locked("tern");

        assertThatThrownBy(() -> read(locked))
                .isInstanceOfSatisfying(
                        InputFailure.class,
                        failure -> assertThat(failure.code()).isEqualTo(Code.PASSWORD_NEEDED));
        assertThatThrownBy(() -> read(locked, "gull"))
                .isInstanceOfSatisfying(
                        InputFailure.class,
                        failure -> assertThat(failure.code()).isEqualTo(Code.WRONG_PASSWORD));
        Readings read = read(locked, "tern");
        assertThat(read.plan().getDocument().getEncrypted()).isTrue();
        assertThat(read.pages())
                .extracting(UnitReading::getState)
                .containsOnly(UnitState.RECOGNISED);
    }

    @Test
    void makesTheSameBytesEveryTime() {
        assertThat(digest(SampleDocuments.digital())).isEqualTo(digest(SampleDocuments.digital()));
        assertThat(digest(SampleDocuments.locked("tern")))
                .isEqualTo(digest(SampleDocuments.locked("tern")));
        assertThat(digest(SampleDocuments.scanned())).isEqualTo(digest(SampleDocuments.scanned()));
        assertThat(digest(SampleDocuments.tiff())).isEqualTo(digest(SampleDocuments.tiff()));
    }

    private static String digest(byte[] bytes) {
        return Digests.sha256(bytes);
    }
}
