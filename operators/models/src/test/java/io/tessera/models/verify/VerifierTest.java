/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.models.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifierTest {
    private static final String GRID =
            """
            {"id":"g","kind":"partition","strategy":"xcomposer2d5","options":{"hd_num":24,\
            "padding":"end","scale":1.0},"size":[1280,720],\
            "expect":{"grid":[2,3],"canvas":[1680,1120],"tokens":2861}}\
            """;
    private static final String PICTURE =
            """
            {"id":"p","kind":"rgb","image":"images/p.png","mode":"RGB","expect":{"size":[1,1],\
            "sha256":"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}}\
            """;

    @TempDir private Path folder;
    private final List<CaseResult> results = new ArrayList<>();

    @BeforeEach
    void recordAPicture() throws IOException {
        Files.createDirectories(folder.resolve("images"));
        paint(0x616263);
    }

    private void paint(int rgb) throws IOException {
        BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, rgb);
        File file = folder.resolve("images/p.png").toFile();
        assertThat(ImageIO.write(image, "png", file)).isTrue();
    }

    private VerifySummary run(String... lines) throws IOException {
        Files.createDirectories(folder.resolve("cases"));
        Files.write(folder.resolve("cases/a.jsonl"), List.of(lines));
        results.clear();
        return new Verifier(Verifier.imagingKinds()).run(folder, results::add);
    }

    @Test
    void passesWhatAgrees() throws IOException {
        assertThat(run(GRID, "", PICTURE)).isEqualTo(new VerifySummary(2, 0, 0, 0));
        assertThat(results).extracting(CaseResult::id).containsExactly("g", "p");
    }

    @Test
    void failsWhenOneByteOfAPictureChanges() throws IOException {
        paint(0x616264);
        VerifySummary summary = run(PICTURE);
        assertThat(summary.ok()).isFalse();
        assertThat(results.get(0).reason()).contains("sha256 is").contains("recorded ba78");
    }

    @Test
    void failsWhenOneDigitOfADigestChanges() throws IOException {
        assertThat(run(PICTURE.replace("15ad\"", "15ae\"")).fail()).isEqualTo(1);
    }

    @Test
    void failsWhenARecordedNumberChanges() throws IOException {
        assertThat(run(GRID.replace("2861", "2862")).fail()).isEqualTo(1);
        assertThat(results.get(0).reason()).isEqualTo("tokens is 2861, recorded 2862");
    }

    @Test
    void failsWhatItsOptionsMakeImpossible() throws IOException {
        assertThat(run(GRID.replace("hd_num", "hd_nun")).fail()).isEqualTo(1);
        assertThat(results.get(0).reason()).contains("nearest is hd_num");
    }

    @Test
    void aMissingPictureIsSkippedAndSpoilsTheWhole() throws IOException {
        VerifySummary summary = run(GRID, PICTURE.replace("p.png", "q.png"));
        assertThat(summary).isEqualTo(new VerifySummary(1, 0, 1, 1));
        assertThat(summary.ok()).isFalse();
    }

    @Test
    void aKindWithoutACheckIsSkippedAndSpoilsNothing() throws IOException {
        VerifySummary summary = run(GRID, GRID.replace("\"g\"", "\"h\"").replace("partition", "x"));
        assertThat(summary).isEqualTo(new VerifySummary(1, 0, 1, 0));
        assertThat(summary.ok()).isTrue();
    }

    @Test
    void aBrokenLineAndARepeatedIdFail() throws IOException {
        assertThat(run(GRID, GRID, "{").fail()).isEqualTo(2);
    }

    @Test
    void saysWhatAFolderLacks() {
        assertThatThrownBy(() -> new Verifier(List.of()).run(folder, results::add))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no folder named cases");
    }
}
