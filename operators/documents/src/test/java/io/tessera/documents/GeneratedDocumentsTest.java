/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.documents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tessera.contract.failure.Code;
import io.tessera.contract.failure.InputFailure;
import io.tessera.contract.option.Options;
import io.tessera.v1.InputState;
import io.tessera.v1.PageFacts;
import io.tessera.v1.TextSource;
import io.tessera.v1.UnitReading;
import io.tessera.v1.UnitState;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Odd, broken and hostile documents, made here, in the heap of a worker. */
class GeneratedDocumentsTest {
    private static final String FONT = "/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>";

    @TempDir private Path folder;

    private Readings read(byte[] bytes) throws IOException, InputFailure {
        return read(bytes, Options.DEFAULTS);
    }

    private Readings read(byte[] bytes, Options options) throws IOException, InputFailure {
        return Readings.of(Files.write(folder.resolve("input"), bytes), options, null, 5);
    }

    private UnitReading page(byte[] bytes) throws IOException, InputFailure {
        return read(bytes).pages().get(0);
    }

    private InputFailure refusal(byte[] bytes) {
        return catchThrowableOfType(InputFailure.class, () -> read(bytes));
    }

    @Test
    void saysThatNothingIsEmpty() {
        assertThat(refusal(new byte[0]).state()).isEqualTo(InputState.EMPTY);
        assertThat(refusal(new byte[0]).code()).isEqualTo(Code.NO_BYTES);
    }

    @Test
    void namesTheFormatThatItDoesNotRead() {
        byte[] docx = "PK\3\4....[Content_Types].xml....word/document.xml".getBytes(ISO_8859_1);

        assertThat(refusal(docx).state()).isEqualTo(InputState.UNSUPPORTED);
        assertThat(refusal(docx)).hasMessageContaining("DOCX");
        assertThat(refusal("{\\rtf1 hello}".getBytes(ISO_8859_1))).hasMessageContaining("RTF");
        assertThat(refusal("just words".getBytes(ISO_8859_1))).hasMessageContaining("plain text");
    }

    @Test
    void neverOpensNoise() {
        Random random = new Random(11);
        for (String magic : new String[] {"%PDF-1.4\n", "II*\0", "GIF89a", "\u00ff\u00d8\u00ff"}) {
            byte[] noise = new byte[4000];
            random.nextBytes(noise);
            byte[] head = magic.getBytes(ISO_8859_1);
            System.arraycopy(head, 0, noise, 0, head.length);

            InputFailure failure = refusal(noise);

            if (failure != null) {
                assertThat(failure.state())
                        .isIn(InputState.CORRUPT, InputState.REFUSED_LIMIT, InputState.EMPTY);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "gif", "bmp", "jpeg", "jpeg2000"})
    void readsEachPictureFormat(String format) throws Exception {
        UnitReading page = page(DrawnImages.encoded(format));

        assertThat(page.getPage().getText()).isEqualTo(DrawnImages.TEXT);
        assertThat(page.getMissing()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 8})
    void standsAPhotographUprightByItsExifOrientation(int orientation) throws Exception {
        PageFacts page = page(DrawnImages.turnedJpeg(orientation)).getPage();

        assertThat(page.getText()).isEqualTo(DrawnImages.TEXT);
        assertThat(page.getRotation()).isEqualTo(orientation == 6 ? 90 : 270);
        assertThat(page.getWidth()).isGreaterThan(page.getHeight());
    }

    @Test
    void readsWhatIsDrawnOnNothing() throws Exception {
        Color nothing = new Color(0, 0, 0, 0);
        for (Color ink : new Color[] {Color.BLACK, Color.WHITE}) {
            BufferedImage image = DrawnImages.drawn(BufferedImage.TYPE_INT_ARGB, nothing, ink);

            assertThat(page(DrawnImages.encoded(image, "png")).getPage().getText())
                    .isEqualTo(DrawnImages.TEXT);
        }
    }

    @Test
    void scalesSixteenBitGrey() throws Exception {
        BufferedImage image =
                DrawnImages.drawn(
                        BufferedImage.TYPE_USHORT_GRAY, Color.WHITE, new Color(40, 40, 40));

        assertThat(page(DrawnImages.encoded(image, "png")).getPage().getText())
                .isEqualTo(DrawnImages.TEXT);
    }

    @Test
    void refusesAPictureByItsHeader() {
        InputFailure wide = refusal(DrawnImages.claimingPng(100_000, 100_000));
        InputFailure large = refusal(DrawnImages.claimingPng(20_000, 20_000));

        assertThat(wide.state()).isEqualTo(InputState.REFUSED_LIMIT);
        assertThat(wide.code()).isEqualTo(Code.LIMIT_EDGE);
        assertThat(large.code()).isEqualTo(Code.LIMIT_PIXELS);
        assertThat(large).hasMessageContaining("20000x20000");
    }

    @Test
    void failsAPictureThatEndsEarly() throws Exception {
        byte[] png = DrawnImages.encoded("png");

        UnitReading page = page(Arrays.copyOf(png, png.length / 2));

        assertThat(page.getState()).isEqualTo(UnitState.FAILED);
        assertThat(page.getCode()).isEqualTo(Code.PAGE_UNREADABLE.name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n ",
                "q Q",
                "BT /F 12 Tf 50 50 Td (   ) Tj ET",
                "1 g 0 0 500 500 re f"
            })
    void callsAPageWithoutInkBlank(String content) throws Exception {
        UnitReading page = page(RawPdf.page(300, 300, FONT, content).bytes());

        assertThat(page.getState()).isEqualTo(UnitState.BLANK);
        assertThat(page.getContentSha256()).isNull();
    }

    @Test
    void tellsAPageThatRendersEmptyFromABlankOne() throws Exception {
        byte[] noJpeg2000 = "not a code stream".getBytes(ISO_8859_1);
        byte[] pdf =
                RawPdf.page(300, 300, "/XObject<</I 5 0 R>>", "q 300 0 0 300 0 0 cm /I Do Q")
                        .stream(
                                "/Type/XObject/Subtype/Image/Width 300/Height 300/Filter/JPXDecode",
                                noJpeg2000)
                        .bytes();

        UnitReading page = page(pdf);

        assertThat(page.getState()).isEqualTo(UnitState.FAILED);
        assertThat(page.getCode()).isEqualTo(Code.RENDERED_EMPTY.name());
    }

    @Test
    void refusesAScanThatClaimsTooManyPixels() throws Exception {
        byte[] pdf =
                RawPdf.page(300, 300, "/XObject<</I 5 0 R>>", "q 300 0 0 300 0 0 cm /I Do Q")
                        .stream(
                                "/Type/XObject/Subtype/Image/Width 100000/Height 100000"
                                        + "/ColorSpace/DeviceGray/BitsPerComponent 8",
                                new byte[50])
                        .bytes();

        UnitReading page = page(pdf);

        assertThat(page.getState()).isEqualTo(UnitState.REFUSED);
        assertThat(page.getCode()).isEqualTo(Code.LIMIT_PIXELS.name());
    }

    @Test
    void keepsTheTextBesideAPictureThatIsTooLarge() throws Exception {
        byte[] pdf =
                RawPdf.page(
                                300,
                                300,
                                FONT + "/XObject<</I 5 0 R>>",
                                "BT /F 12 Tf 20 250 Td (Harbour dues are payable on arrival) Tj ET"
                                        + " q 30 0 0 30 0 0 cm /I Do Q")
                        .stream(
                                "/Type/XObject/Subtype/Image/Width 100000/Height 100000"
                                        + "/ColorSpace/DeviceGray/BitsPerComponent 8",
                                new byte[50])
                        .bytes();

        UnitReading page = page(pdf);

        assertThat(page.getPage().getText()).isEqualTo("Harbour dues are payable on arrival");
        assertThat(page.getMissing()).singleElement().asString().contains("100000x100000");
    }

    @Test
    void refusesAPageThatFitsNoResolution() throws Exception {
        byte[] pdf = RawPdf.page(14_400, 14_400, FONT, "0 0 10 10 re f").bytes();

        assertThat(page(pdf).getState()).isEqualTo(UnitState.REFUSED);
        assertThat(page(pdf).getReason()).contains("limit.page-pixels");
    }

    @Test
    void lowersTheResolutionOfALargePageAndReadsATallOne() throws Exception {
        String text = "BT /F 30 Tf 20 %d Td (Beginning of the scroll) Tj ET ";
        String boxes = "0 0 0 rg 20 40 100 100 re f ";
        byte[] pdf = RawPdf.page(400, 5000, FONT, text.formatted(4900) + boxes).bytes();

        UnitReading page = page(pdf);

        assertThat(page.getPage().getText()).isEqualTo("Beginning of the scroll");
        assertThat(page.getPage().getHeight()).isEqualTo(5000);
    }

    @Test
    void refusesMorePagesThanTheLimitAndContentBeyondIt() throws Exception {
        byte[] pdf = RawPdf.page(300, 300, FONT, "q Q ".repeat(500)).bytes();

        assertThat(
                        catchThrowableOfType(
                                        InputFailure.class,
                                        () -> read(pdf, Options.parse(Map.of("limit.pages", "0"))))
                                .code())
                .isEqualTo(Code.LIMIT_PAGES);
        UnitReading page =
                read(pdf, Options.parse(Map.of("limit.inflated-bytes", "1000"))).pages().get(0);
        assertThat(page.getCode()).isEqualTo(Code.LIMIT_INFLATED.name());
    }

    @Test
    void tellsNoPagesFromPagesThatAreLost() {
        RawPdf none =
                new RawPdf()
                        .object("<</Type/Catalog/Pages 2 0 R>>")
                        .object("<</Type/Pages/Kids[]/Count 0>>");
        byte[] sound = none.bytes();
        byte[] mended = Arrays.copyOf(sound, sound.length - 30);

        assertThat(refusal(sound).state()).isEqualTo(InputState.EMPTY);
        assertThat(refusal(sound).code()).isEqualTo(Code.NO_PAGES);
        assertThat(refusal(mended).state()).isEqualTo(InputState.CORRUPT);
    }

    @Test
    void reportsAPageThatIsAnnouncedAndNotThere() throws Exception {
        byte[] pdf =
                new RawPdf()
                        .object("<</Type/Catalog/Pages 2 0 R>>")
                        .object("<</Type/Pages/Kids[3 0 R 9 0 R]/Count 3>>")
                        .object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>")
                        .bytes();

        Readings read = read(pdf);

        assertThat(read.pages())
                .extracting(UnitReading::getState)
                .containsExactly(UnitState.BLANK, UnitState.FAILED, UnitState.FAILED);
        assertThat(read.plan().getWarnings()).isNotEmpty();
    }

    @Test
    void recognisesTextThatHasNoCharacters() throws Exception {
        String font =
                "/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</Type/Encoding"
                        + "/Differences[65/g1/g2/g3/g4]>>>>>>";
        byte[] pdf =
                RawPdf.page(400, 200, font, "BT /F 40 Tf 20 90 Td (ABCDABCDABCD) Tj ET").bytes();

        assertThat(
                        page(pdf).getPage() == null
                                || page(pdf).getPage().getSource() != TextSource.TEXT_LAYER)
                .isTrue();
    }

    @Test
    void namesPagesThatRepeatButNoBlankOnes() throws Exception {
        String page =
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Resources<<%s>>/Contents %d 0 R>>";
        byte[] pdf =
                new RawPdf()
                                .object("<</Type/Catalog/Pages 2 0 R>>")
                                .object(
                                        "<</Type/Pages/Kids[3 0 R 4 0 R 5 0 R 6 0 R 5 0 R]/Count"
                                                + " 5>>")
                                .object(page.formatted(FONT, 7))
                                .object(page.formatted(FONT, 8))
                                .object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>")
                                .object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>")
                                .stream(
                                        "",
                                        "BT /F 12 Tf 20 100 Td (Same words) Tj ET"
                                                .getBytes(ISO_8859_1))
                                .stream(
                                        "",
                                        "BT /F 12 Tf 20 100 Td (Same words) Tj ET"
                                                .getBytes(ISO_8859_1))
                                .bytes();

        Readings read = read(pdf);

        assertThat(read.plan().getUnits())
                .extracting(unit -> unit.getDuplicateOf())
                .containsExactly(null, 1, null, null, null);
    }

    @Test
    void laysAPictureOfThePageForAModelFamilyOnly() throws Exception {
        byte[] pdf = RawPdf.page(200, 100, FONT, "BT /F 12 Tf 20 50 Td (Tide table) Tj ET").bytes();

        UnitReading plain = page(pdf);
        UnitReading family =
                read(pdf, Options.parse(Map.of("family", "internvl2_5"))).pages().get(0);

        assertThat(plain.getImages())
                .extracting(image -> image.getName() + "." + image.getFormat())
                .containsExactly("thumbnail.RGB", "thumbnail.jpg");
        assertThat(family.getImages())
                .anySatisfy(
                        image -> {
                            assertThat(image.getName()).isEqualTo("page");
                            assertThat(image.getWidth()).isBetween(555, 557);
                        });
    }
}
